# Sourced by ./run and ./test: finds a JDK 25 and runs Maven with progress instead of its log.

readonly WANTED_JDK=25
state=.orthant                      # logs and caches of these scripts; ignored by git
if [ -t 2 ]; then tty=yes; else tty=no; fi

die() {
    echo "$*" >&2
    exit 1
}

# Prints one line that the next one replaces; on something that is not a terminal, nothing.
status() {
    [ "$tty" = no ] || printf '\r\033[K%s' "${1:0:$((${COLUMNS:-80} - 1))}" >&2
}

# True if $1 is the home of a JDK that is new enough. Reads its "release" file: starting each java would take seconds.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${version:-0}" -ge "$WANTED_JDK" ]
}

# Sets JAVA_HOME to the first JDK that is new enough.
find_jdk() {
    local java home
    java=$(command -v java || true)
    [ -z "$java" ] || java=$(readlink -f "$java" 2>/dev/null || echo "$java")
    for home in "${JAVA_HOME:-}" "${java%/bin/java}" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
            $(sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml" 2>/dev/null || true); do
        if is_jdk "$home"; then
            export JAVA_HOME=$home
            return
        fi
    done
    die "Orthant needs JDK $WANTED_JDK or later: none found (JAVA_HOME, PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks, ~/.m2/toolchains.xml). Install one, or set JAVA_HOME."
}

# maven LABEL ARGUMENT...: runs Maven; its output goes to $log, what it is doing to one line of the terminal.
maven() {
    local label=$1 module='' tests=0 line started=$SECONDS
    shift
    command -v mvn >/dev/null || die "Orthant is built with Maven 3.8 or later: no mvn on the PATH."
    mkdir -p "$state"
    [ "$tty" = yes ] || echo "$label (log: $log)" >&2
    set +e
    mvn --batch-mode "$@" 2>&1 | while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
            *'Building Orthant '*) module=${line#*Building }; module=${module/ 0.*\[/ [}; status "$label: $module" ;;
            *'Downloading from '*) status "$label: fetching ${line##*/}" ;;
            *'Tests run: '*' -- in '*)
                line=${line#*Tests run: }
                tests=$((tests + ${line%%,*}))
                status "$label: $module, $tests tests, $((SECONDS - started)) s" ;;
            *'--- '*' @ orthant'*) status "$label: $module" ;;
        esac
    done >"$log"
    local result=${PIPESTATUS[0]}
    set -e
    status ''
    return "$result"
}

# What went wrong, from Maven's log: its errors once each, without the advice at the end.
errors() {
    grep '^\[ERROR\]' "$log" | sed '/-> \[Help/q' | awk '!seen[$0]++' | grep . || tail -n 40 "$log"
}
