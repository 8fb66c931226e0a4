import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_1ab7c6e1b7a0ded06fa73863c265752788e41ba3 {
    static final String base64Bytes = String.join("", "t84gMiAjMyAKYwoBAAAgAAAAADEg");

    public static void main(String[] args) throws Throwable {
        Crash_1ab7c6e1b7a0ded06fa73863c265752788e41ba3.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = orthant.io.TextFuzz.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = orthant.io.TextFuzz.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        orthant.io.TextFuzz.fuzzerTestOneInput(input);
    }
}