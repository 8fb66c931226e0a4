"""Writes how NumPy reads and writes text files, for TextTest and SaveTextTest: python3 text.py ../resources/orthant/golden

reading.txt: function; options as in a URL; the text, in base64; dtype; shape; the elements as bytes, in hexadecimal; or "error".
writing.txt: dtype; shape; the elements as bytes, in hexadecimal; options as in a URL; the text, in base64; or "error".
"""
import base64
import io
import sys
import urllib.parse
import warnings

import numpy as np

CODES = {"?": "bool", "e": "float16", "f": "float32", "d": "float64", "F": "complex64", "D": "complex128"}


def encoded(options):
    return urllib.parse.urlencode({k: ",".join(map(str, v)) if isinstance(v, tuple) else v for k, v in options.items()}, quote_via=urllib.parse.quote)


def numbers(a):
    return f"{a.dtype.name};{','.join(map(str, a.shape))};{np.ascontiguousarray(a).tobytes().hex()}"


def reading(out, function, text, **options):
    arguments = dict(options)
    if "filling" in arguments:
        arguments["filling_values"] = arguments.pop("filling")
    if "missing" in arguments:
        arguments["missing_values"] = arguments.pop("missing")
    if "comments" in arguments and "|" in arguments["comments"]:
        arguments["comments"] = arguments["comments"].split("|")
    file = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = numbers(getattr(np, function)(file, **arguments))
    except (ValueError, TypeError, OverflowError, IndexError):
        result = "error"
    print(function, encoded(options), base64.b64encode(text.encode()).decode(), result, sep=";", file=out)


INTS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]
DTYPES = ["bool"] + INTS + FLOATS + COMPLEX


def hard_numbers(r):
    """Numbers that are hard to round: halfway cases, long ones, subnormal ones, the largest."""
    yield from "0 -0 0.0 1 -1 +1 .5 5. +.5e+3 1e0 1E5 1e22 1e23 -1e-22 1e-23 9007199254740993 9007199254740992.5 9007199254740993.0000000001".split()
    yield from "1.7976931348623157e308 1.7976931348623158e308 1.7976931348623159e308 1e309 -1e400 1e-400 2.2250738585072011e-308 2.2250738585072014e-308".split()
    yield from "5e-324 2.4703282292062327e-324 2.4703282292062328e-324 4.9406564584124654e-324 1e-323 0.000000000000000000000000000001 100000000000000000000000000".split()
    yield from "123456789012345678901234567890 0.1234567890123456789012345678901234567890 1.00000000000000011102230246251565404236316680908203125".split()
    yield from "1.00000000000000011102230246251565404236316680908203124 1.00000000000000011102230246251565404236316680908203126 1e99999999999 1e-99999999999".split()
    yield from "inf -inf +inf Infinity -INFINITY nan NaN -nan +NAN 7.2057594037927933e16 8.5e-1 123456.7e-3 0000000000000000000000001.5 18446744073709551615 18446744073709551616".split()
    yield from "3.14159265358979323846 0.3e1 99999999999999999999 1844674407370955161.6 8.98846567431158e307 6.02214076e23 1e-5 1e+5 6.631236846766476e-316 1090544144181609348835077142190".split()
    for _ in range(700):
        kind = r.integers(6)
        if kind == 0:
            yield repr(float(np.frombuffer(r.bytes(8), "f8")[0]))
        elif kind == 1:
            yield "%.18e" % np.frombuffer(r.bytes(8), "f8")[0]
        elif kind == 2:
            # In the middle between two doubles, to the last digit.
            x = float(np.ldexp(r.integers(2**52, 2**53), int(r.integers(-60, 8))))
            from fractions import Fraction
            f = (Fraction(x) + Fraction(float(np.nextafter(x, np.inf)))) / 2
            digits = str(f.numerator * 10**70 // f.denominator)
            yield digits[:-70] + "." + digits[-70:]
        elif kind == 3:
            yield f"{r.integers(10**18, 2**63)}e{r.integers(-345, 310)}"
        elif kind == 4:
            yield f"{r.integers(0, 10**6)}.{r.integers(0, 10**9):0{r.integers(1, 15)}}"
        else:
            yield f"{r.integers(10**15, 10**17)}e{r.integers(-40, 40)}"


NOT_NUMBERS = ["", " ", "a", "1a", "--1", "+-1", "1e", "1e+", ".", "e5", "0x10", "0x1p3", "1_000", "1__0", "_1", "1_", "1d5", "nan(1)", "infi", "in", "1.2.3", "1,2", "1 2", "j", "1i",
               "1+2", "(1", "1)", "()", "1+2j3", "1J", "+j", "-J", "(1-j)", "( 1+2j )", "1 + 2j", "(1)", "2j", "nanj", "nan+infj", "-inf-nanj", "1e3-2e-3j", "True", "FALSE", "yes", "1.0", "1.5", "2.99",
               "-2.99", "1e3", "1e30", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295",
               "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "99999999999999999999999",
               "-0", "+0", "-1", "007", "+7", "1\x00", "inf", "-inf", "nan", "0", "00", "70000", "65519", "65520", "6e-8", "1e39"]


def all_reading(out):
    r = np.random.default_rng(11)
    numbers = list(hard_numbers(r))
    for i in range(0, len(numbers), 8):
        for dtype in ["float64", "float32"]:
            reading(out, "loadtxt", " ".join(numbers[i : i + 8]) + "\n", dtype=dtype)
        reading(out, "genfromtxt", " ".join(numbers[i : i + 8]) + "\n")
    for text in NOT_NUMBERS:
        for dtype in DTYPES:
            # NumPy lets Python read float16, and so accepts underscores there only.
            if dtype != "float16" or "_" not in text:
                reading(out, "loadtxt", f"1;{text};0", dtype=dtype, delimiter=";")
            generous = dict(dtype=dtype, delimiter=";", **({"filling": 3} if dtype[0] == "u" else {}))
            reading(out, "genfromtxt", f"1;{text};0\n", **generous)
            reading(out, "genfromtxt", f"1;{text};0\n", loose=False, missing="yes", **generous)
    layouts = ["", "\n", "5", "5\n", "1 2 3", "1\n2\n3\n", "1 2\n3 4\n", "1 2\r\n3 4\r\n", "1 2\r3 4\r", "\n\n1 2\n\n3 4\n\n\n", "# head\n1 2 # tail\n  # more\n3 4#x", "  1\t2  \n\t3 \x0b 4\x0c\n", "1 2\n3", "1\n2 3\n",
               "1\u00a02\n3\u30004\n", "1 2 \u00e9\n3 4 x\n", "x y\n1 2\n", "1 2\n3 4\n5 6\n7 8\n", "1 2 3\n4 5\n6 7 8 9\n", "#\n#\n", "1 2\n3 4\nlast 7 7\n", "1,2\n3,4"]
    for text in layouts:
        for o in [{}, {"ndmin": 1}, {"ndmin": 2}, {"unpack": True}, {"unpack": True, "ndmin": 2}, {"max_rows": 1}, {"max_rows": 2, "ndmin": 2}, {"usecols": (0,)}, {"usecols": (1, 0)}, {"usecols": (0, 0)}, {"usecols": (-1,)}, {"usecols": (5,)}]:
            reading(out, "loadtxt", text, **o)
            reading(out, "genfromtxt", text, **o)
        for o in [{"skiprows": 1}, {"skiprows": 2}, {"skiprows": 9}]:
            reading(out, "loadtxt", text, **o)
        for o in [{"skip_header": 1}, {"skip_header": 2, "ndmin": 2}, {"skip_footer": 1}, {"skip_footer": 2, "ndmin": 2}, {"skip_footer": 9}, {"invalid_raise": False}, {"invalid_raise": False, "usecols": (2,)}, {"skip_header": 1, "skip_footer": 1}]:
            reading(out, "genfromtxt", text, **o)
    for delimiter in "e-.5+n":
        for text in ["1e2-3.5+n,4", "1e5", "12-3", "7 e 8", "2n3", "65+4"]:
            reading(out, "loadtxt", text, delimiter=delimiter)
            reading(out, "loadtxt", text, comments=delimiter)
            reading(out, "genfromtxt", text, delimiter=delimiter)
            reading(out, "genfromtxt", text, comments=delimiter)
    divided = ["1,2\n3,4", "1, 2\n 3 ,4 \n", "1,,3\n4,5,6", "1,2,\n3,4,", " ,\n1,2", "  \n1,2", "1\t2\n3\t4", "\t\n1\t2", "1 2\n3 4 ", "1  2", "1;2 # c, d\n3;4", "1::2\n3::", "1::2::\n", "1:2\n3:4", "1,2 // c\n3,4 % d\n//\n5,6", "1/2\n3/4//5\n",
               '"1","2"\n3,"4"', '"1" "2"', '"1""2",3', '"1"2,3', '"1,5",2', "# only", " # c\n1,2", "1,x\nN/A,4", "1,-999\n,4", "1|2", "\u00e9,1\n2,3"]
    for text in divided:
        for o in [{"delimiter": ","}, {"delimiter": "\t"}, {"delimiter": " "}, {"delimiter": ";"}, {"delimiter": ":"}]:
            reading(out, "loadtxt", text, **o)
            reading(out, "genfromtxt", text, **o)
        reading(out, "loadtxt", text, delimiter=",", quotechar='"')
        reading(out, "loadtxt", text, quotechar='"')
        reading(out, "loadtxt", text, delimiter=",", comments="//|%")
        reading(out, "loadtxt", text, delimiter=",", usecols=(1,))
        reading(out, "loadtxt", text, delimiter=",", usecols=(1,), quotechar='"')
        for o in [{"delimiter": "::"}, {"delimiter": ",", "comments": "//"}, {"delimiter": ",", "filling": 7}, {"delimiter": ",", "missing": "N/A", "loose": False}, {"delimiter": ",", "missing": "N/A,x", "loose": False, "filling": -1.5},
                  {"delimiter": ",", "dtype": "int64", "filling": 9}, {"delimiter": ",", "usecols": (1,)}, {"delimiter": ",", "invalid_raise": False, "skip_footer": 1}]:
            reading(out, "genfromtxt", text, **o)


def writing(out, a, **options):
    file = io.BytesIO()
    try:
        np.savetxt(file, a, encoding="utf-8", **options)
        result = base64.b64encode(file.getvalue()).decode() + "."
    except (ValueError, TypeError, AttributeError, OverflowError):
        result = "error"
    print(numbers(a), encoded(options), result, sep=";", file=out)


FORMATS = ["%.18e", "%d", "%i", "%u", "%s", "%f", "%.3f", "%10.4f", "%-10.2e|", "%+.2f", "% .2f", "%08.3f", "%+08d", "%5d", "%-5d|", "%g", "%.3g", "%.12g", "%G", "%E", "%.0f", "%.0e", "%F", "%x", "%X", "%o", "%08x", "%10s|", "%-6s|", "%.2s", "%.5d", "%",
           "%z", "x", "%d %d", "%.2f;%d"]


def all_writing(out):
    r = np.random.default_rng(12)
    reals = np.array([0.0, -0.0, 1.5, -2.5, 0.5, 3.5, 1e300, -1e-300, 5e-324, 123456.789, 99999.95, 0.00012345, 1e16, 1e5, 999999.5, 1e-5, 2.675, 1 / 3])
    special = np.array([np.nan, np.inf, -np.inf, 1.0])
    for dtype in DTYPES:
        info = np.iinfo(dtype) if dtype in INTS else None
        a = np.array([0, 1, 7, info.min, info.max, 42]).astype(dtype) if info else np.array([True, False]) if dtype == "bool" else reals.astype(dtype)
        if dtype in COMPLEX:
            a = (reals + 1j * reals[::-1]).astype(dtype)
        for fmt in FORMATS:
            writing(out, a, fmt=fmt)
            writing(out, np.stack([a, a[::-1]], axis=1), fmt=fmt)
        if dtype in FLOATS + COMPLEX:
            for fmt in ["%.18e", "%8.2f", "%g", "%d", "%s", "%010.1f", "%+E", "%G"]:
                writing(out, special.astype(dtype), fmt=fmt)
    a = np.arange(6.0).reshape(2, 3)
    for o in [{"delimiter": ","}, {"delimiter": ", ", "newline": "\r\n"}, {"header": "a b\nc"}, {"footer": "end\nof file", "comments": "% "}, {"header": "h", "comments": ""}, {"fmt": "%d", "delimiter": "\t", "header": "x", "footer": "y"}, {"newline": ""}]:
        writing(out, a, **o)
    for shape in [(), (0,), (0, 3), (3, 0), (1,), (1, 1), (2, 2, 2)]:
        writing(out, np.ones(shape))
    writing(out, np.frombuffer(r.bytes(8 * 300), "f8"))
    writing(out, np.frombuffer(r.bytes(8 * 100), "f8"), fmt="%.10g")
    ties = np.concatenate([np.arange(1, 60) / 8, np.arange(1, 60) / 16 * 10.0 ** r.integers(-3, 12, 59), 10.0 ** np.arange(-12, 20), np.nextafter(10.0 ** np.arange(-12, 20), 0), np.round(r.random(60), 3)])
    for fmt in ["%.0f", "%.1f", "%.2f", "%.3f", "%.9f", "%.0e", "%.1e", "%.2e", "%.3e", "%.14e", "%.15e", "%.1g", "%.2g", "%.3g", "%.15g", "%.16g", "%.17g"]:
        writing(out, ties, fmt=fmt)
        writing(out, -ties[::-1] * 0.1, fmt=fmt)
    writing(out, r.normal(size=(50, 4)) * 10.0 ** r.integers(-8, 8, (50, 4)), fmt="%.4f", delimiter=",")


if __name__ == "__main__":
    np.seterr(all="ignore")
    with open(f"{sys.argv[1]}/reading.txt", "w") as out:
        all_reading(out)
    with open(f"{sys.argv[1]}/writing.txt", "w") as out:
        all_writing(out)
