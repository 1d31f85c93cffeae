#include "syntax/scenario.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

QString described(const Diagnostic &diagnostic)
{
    const Place &place = diagnostic.place;
    const QString where = QStringLiteral("%1:%2-%3 ").arg(place.line).arg(place.column).arg(place.endColumn);
    return where + QString::fromStdString(diagnostic.message + " | " + diagnostic.hint);
}

/// Every fault of a text, a line each: "LINE:COLUMN-END MESSAGE | HINT".
QString faults(const std::string &text)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : parseScenario(text).diagnostics) {
        lines << described(diagnostic);
    }
    return lines.join(QLatin1Char('\n'));
}

void row(const char *text, const char *expected)
{
    QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(expected);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
}

void compareRow()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(faults(text.toStdString()), expected);
}

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void mistakeInATarget_isNamedWithItsPlace_data();
    void mistakeInATarget_isNamedWithItsPlace() { compareRow(); }
    void mistakeInAnExpression_isNamedWithItsPlace_data();
    void mistakeInAnExpression_isNamedWithItsPlace() { compareRow(); }
    void mistakeInAStatement_isNamedWithItsPlace_data();
    void mistakeInAStatement_isNamedWithItsPlace() { compareRow(); }
    void mistakeInABlock_isNamedWithItsPlace_data();
    void mistakeInABlock_isNamedWithItsPlace() { compareRow(); }
    void bracketOrString_isNamedWhereItOpens_data();
    void bracketOrString_isNamedWhereItOpens() { compareRow(); }
    void literalWithoutValue_isNamed_data();
    void literalWithoutValue_isNamed() { compareRow(); }
    void constructOutsideTheLanguage_isNamed_data();
    void constructOutsideTheLanguage_isNamed() { compareRow(); }
    void import_offersWhatThereIs_data();
    void import_offersWhatThereIs() { compareRow(); }
    void declarationOfScope_isChecked_data();
    void declarationOfScope_isChecked() { compareRow(); }
    void severalFaults_areAllReported();
    void hundredsOfFaults_areCutAtTwenty();
    void format_hasPlaceOnlyWhereThereIsOne();
};

void TestDiagnostics::mistakeInATarget_isNamedWithItsPlace_data()
{
    addColumns();
    row("if x = 3: pass",
        "1:6-7 `=` assigns; it cannot stand inside an expression. | Write `==` to compare.");
    row("3 = x", "1:1-2 Nothing can be assigned to a constant. | Write `==` to compare, or a name, attribute "
                 "or subscript to assign to.");
    row("f() = 2", "1:1-4 Nothing can be assigned to the result of a call. | Write `==` to compare, or a "
                   "name, attribute or subscript to assign to.");
    row("a + b = 2", "1:1-6 Nothing can be assigned to the result of an operation. | Write `==` to compare, "
                     "or a name, attribute or subscript to assign to.");
    row("(a, 1) = b", "1:5-6 Nothing can be assigned to a constant. | Write `==` to compare, or a name, "
                      "attribute or subscript to assign to.");
    row("None = 1", "1:1-5 Nothing can be assigned to a constant. | Write `==` to compare, or a name, "
                    "attribute or subscript to assign to.");
    row("f(a.b=1)", "1:6-7 Only a plain name can stand before `=` in a call. | Write `==` to compare.");
    row("a, b += 1", "1:1-5 An augmented assignment cannot change several things at once. | It needs one "
                     "name, attribute or subscript.");
    row("a, b: int = 1", "1:1-5 An annotation cannot describe several things at once. | It needs one name, "
                         "attribute or subscript.");
    row("del f()",
        "1:5-8 `del` cannot delete the result of a call. | It needs a name, attribute or subscript.");
    row("for f() in x: pass",
        "1:5-8 A loop cannot store into the result of a call. | It needs a name, attribute or subscript.");
    row("x.class = 1", "1:3-8 `class` is a keyword and cannot name an attribute. | ");
}

void TestDiagnostics::mistakeInAnExpression_isNamedWithItsPlace_data()
{
    addColumns();
    row("x++", "1:2-4 Python has no `++`. | Write `+= 1`.");
    row("a && b", "1:3-5 Python has no `&&`. | Write `and`.");
    row("!a", "1:1-2 `!` alone is not an operator. | Write `not`.");
    row("a = b ===  c", "1:7-10 Python has no `===`. | Write `==`, or `is` for the same object.");
    row("a b", "1:3-4 Something is missing before `b`. | An operator or a comma, perhaps?");
    row("x = “abc”", "1:5-6 This is a curly quote. | Write a straight one: \".");
    row("x = $", "1:5-6 `$` has no meaning in Python. | Names are letters, digits and `_`.");
    row("f(a=1, 2)", "1:8-9 This argument has no name but stands behind one that has. | Move it to the "
                     "front, or give it a name too.");
    row("f(a=1, a=2)", "1:8-9 The argument `a` is given twice. | Take one of them away.");
    row("f(a b)", "1:5-6 Something is missing before `b`. | An operator or a comma, perhaps?");
    row("{1: 2, 3}", "1:9-10 A dict has `key: value` everywhere; the `:` is missing. | ");
    row("x[]", "1:3-4 An index is missing between `[` and `]`. | ");
    row("x = 1 if y", "1:11-12 A conditional expression needs an `else`. | Write `a if test else b`.");
    row("x = not", "1:8-9 An expression is missing here. | ");
    row("x = (1 +\n  * 2)", "2:3-4 An expression is missing before `*`. | ");
    row("x = y = ", "1:8-9 An expression is missing here. | ");
    row("a.b.", "1:5-6 The name of an attribute is expected behind the dot. | ");
    row("[a, b for a in c]", "1:1-2 A comprehension makes one element at a time, not several. | Put the "
                             "elements before `for` into `(` and `)`.");
    row("é = ü ü", "1:7-8 Something is missing before `ü`. | An operator or a comma, perhaps?");
}

void TestDiagnostics::mistakeInAStatement_isNamedWithItsPlace_data()
{
    addColumns();
    row("if x == 3", "1:10-11 A `:` is missing at the end of this `if`. | Write `:` here.");
    row("print \"hello\"",
        "1:7-14 `print` is a function: what it prints stands in brackets. | Write `print(\"hello\")`.");
    row("x = class", "1:5-10 `class` is a keyword of Python and cannot stand here. | A name may not be a "
                     "keyword; an expression is expected.");
    row("assert", "1:7-8 An expression is missing here. | ");
    row("raise E, \"x\"", "1:8-9 `raise` takes one exception. | Write `raise Error(message)`.");
    row("// comment", "1:1-3 An expression is missing before `//`. | A comment begins with `#`.");
    row("global = 3", "1:1-7 `global` is a keyword of Python. | Choose another name.");
    row("def f(a=1, b): pass", "1:12-13 The parameter `b` has no default value, but one before it has. | "
                               "Give it one too, or move it to the front.");
    row("def f(a, a): pass", "1:10-11 Two parameters are called `a`. | Give one of them another name.");
    row("def f((a, b)): pass",
        "1:7-8 The name of a parameter is expected here. | Take the tuple whole and unpack it in the body.");
    row("def class(): pass",
        "1:5-10 The name of the function is expected here. | `class` is a keyword of Python.");
    row("def f: pass",
        "1:6-7 `(` is missing behind the function's name. | Write `()` for a function without parameters.");
    row("class A", "1:8-9 A `:` is missing at the end of this `class`. | Write `:` here.");
    row("for x of y: pass",
        "1:7-9 `in` is missing behind the variable of `for`. | Write `for x in values:`.");
    row("for x in range(3): x else: pass",
        "1:22-26 Nothing here can go on with `else`. | Put it on a line of its own.");
    row("if x: if y: pass",
        "1:7-9 `if` cannot stand behind `:` in the same line. | Put it on a line of its own, indented.");
    row("return 3", "1:1-7 `return` stands in no function. | ");
    row("break", "1:1-6 `break` stands in no loop. | ");
    row("x = 5; continue", "1:8-16 `continue` stands in no loop. | ");
}

void TestDiagnostics::mistakeInABlock_isNamedWithItsPlace_data()
{
    addColumns();
    row("whlie x:\n    pass", "1:1-6 `whlie` begins no statement. | Did you mean `while`?");
    row("unless (x):\n    pass", "1:11-12 `:` cannot stand here. | It ends the line of an `if`, `for`, "
                                 "`def`, `class` and their like.");
    row("esle:\n    pass", "1:1-5 `esle` begins no statement. | Did you mean `else`?");
    row("else:\n    pass", "1:1-5 `else` belongs to no `if`, `for`, `while` or `try`. | It stands as far to "
                           "the right as the word that it belongs to.");
    row("elif x:\n    pass", "1:1-5 `elif` belongs to no `if`. | It stands as far to the right as its `if`.");
    row("except E:\n    pass",
        "1:1-7 `except` belongs to no `try`. | It stands as far to the right as its `try`.");
    row("if x:\n    pass\nelse if y:\n    pass", "3:6-8 `else if` is written `elif`. | Write `elif`.");
    row("if x:\npass", "2:1-5 The block of `if` in line 1 is missing. | Indent the lines that belong to it, "
                       "or write `pass`.");
    row("def f():", "1:1-4 The block of `def` in line 1 is missing. | Indent the lines that belong to it, or "
                    "write `pass`.");
    row("class A:\n# only this\nx = 1", "3:1-2 The block of `class` in line 1 is missing. | Indent the lines "
                                        "that belong to it, or write `pass`.");
    row("if x:\n  y\n z", "3:2-2 This line's indentation matches no line above it. | Align it with the block "
                          "that it belongs to.");
    row(" x = 1", "1:2-3 This line is indented, but nothing above it opens a block. | Take the blanks at its "
                  "start away.");
    row("x = 1\n    y = 2\nz = 3", "2:5-6 This line is indented, but nothing above it opens a block. | Take "
                                   "the blanks at its start away.");
    row("if x:\n	y\n        z",
        "3:9-9 Tabs and spaces are mixed in this line's indentation. | Indent with spaces only.");
    row("while True {\n}",
        "1:12-13 Blocks have no braces in Python. | Write `:` and indent the lines that belong to `while`.");
    row("try:\n    pass\nx = 1",
        "1:1-4 This `try` has neither an `except` nor a `finally`. | Add one below its block.");
    row("try:\n    pass\nexcept:\n    pass\nexcept E:\n    pass",
        "3:1-7 An `except` without a type catches all, so no other may follow it. | Put it last.");
    row("try: pass\nexcept ValueError, e: pass",
        "2:18-19 Several exceptions stand in brackets, and a name behind `as`. | Write `except (A, B):`, or "
        "`except A as error:`.");
    row("@a\nx = 1", "2:1-2 Behind a decorator stands a `def` or a `class`. | ");
    row("class A:\n    return 1", "2:5-11 `return` stands in no function. | ");
    row("while x:\n    def f():\n        break", "3:9-14 `break` stands in no loop. | ");
}

void TestDiagnostics::bracketOrString_isNamedWhereItOpens_data()
{
    addColumns();
    row("print(\"a\"\nx = 2", "1:6-7 `(` is never closed. | Add `)` where it ends.");
    row("x = (1, 2", "1:5-6 `(` is never closed. | Add `)` where it ends.");
    row("x = [1, 2)", "1:10-11 `)` does not close `[` of line 1, column 5. | Write `]`.");
    row("x = 1)", "1:6-7 `)` closes nothing. | Delete it, or open it before.");
    row("def f(x:\n    return x", "1:6-7 `(` is never closed. | Add `)` where it ends.");
    row("if (a and b:\n    x = 1", "1:4-5 `(` is never closed. | Add `)` where it ends.");
    row("x = {1: [2, 3}", "1:14-15 `}` does not close `[` of line 1, column 9. | Write `]`.");
    row("x = 'abc", "1:5-6 This string does not end in its line. | Close it with ', or open it with three "
                    "quotes to go over lines.");
    row("x = 'a' \"b", "1:9-10 This string does not end in its line. | Close it with \", or open it with "
                       "three quotes to go over lines.");
    row("x = \"\"\"abc\ndef", "1:5-8 This string is never closed. | Close it with \"\"\".");
    row("x = f\"{a\"", "1:7-8 `{` is never closed in this f-string. | Write `}` behind the value, or `{{` "
                       "for the character itself.");
    row("x = f\"}\"", "1:7-8 A single `}` stands in this f-string. | Write `}}` for the character itself.");
    row("x = f\"{}\"", "1:8-9 An expression is missing between the braces. | Write `{{` and `}}` for the "
                       "characters themselves.");
    row("x = f\"{a b}\"", "1:10-11 Something is missing before `b`. | An operator or a comma, perhaps?");
    row("x = f\"{a!z}\"", "1:9-11 Behind `!` stands a conversion: `r`, `s` or `a`. | ");
    row("x = f\"{a:{b:{c}}}\"", "1:13-14 Braces are nested too deeply in this f-string. | Format the inner "
                                "value before, into a name.");
    row("x = f\"{'#' * 3}\"", "");
    row("x = f\"{a # b}\"", "1:8-9 Neither `\\` nor `#` can stand between the braces of an f-string. | Give "
                            "the value a name before, and put the name here.");
    row("x = f\"{'\\n'}\"", "1:8-9 Neither `\\` nor `#` can stand between the braces of an f-string. | Give "
                            "the value a name before, and put the name here.");
    row("x = f\"é{a $}\"", "1:11-12 `$` has no meaning in Python. | Names are letters, digits and `_`.");
}

void TestDiagnostics::literalWithoutValue_isNamed_data()
{
    addColumns();
    row("9223372036854775808", "1:1-20 This integer does not fit into 64 bits. | Integers go from "
                               "-9223372036854775808 to 9223372036854775807.");
    row("-9223372036854775809", "1:2-21 This integer does not fit into 64 bits. | Integers go from "
                                "-9223372036854775808 to 9223372036854775807.");
    row("0xffffffffffffffffff", "1:1-21 This integer does not fit into 64 bits. | Integers go from "
                                "-9223372036854775808 to 9223372036854775807.");
    row("-9223372036854775808 ** 2", "1:2-21 This integer does not fit into 64 bits. | Integers go from "
                                     "-9223372036854775808 to 9223372036854775807.");
    row("012",
        "1:1-4 An integer cannot begin with 0. | Write 0o for an octal number, or leave the zeros out.");
    row("1__0", "1:1-5 `1__0` is no number. | An underscore stands between two digits.");
    row("12abc", "1:1-6 `12abc` is no number. | A name cannot begin with a digit; between a number and a "
                 "word stands a blank.");
    row("0b12", "1:1-5 `0b12` is no number. | ");
    row("1j", "1:1-3 Complex numbers are outside the scenario language. | Use a float.");
    row("b'abc'", "1:1-7 A bytes literal is outside the scenario language. | Use a string without the `b`.");
    row("\"\\x4\"", "1:2-4 This escape sequence needs 2 hexadecimal digits. | ");
    row("\"\\ud800\"", "1:2-4 This escape sequence stands for no character. | ");
    row("\"\\N{BULLET}\"", "1:2-4 Characters by name (`\\N{…}`) are outside the scenario language. | Write "
                           "the character itself, or `\\u` and its four hexadecimal digits.");
}

void TestDiagnostics::constructOutsideTheLanguage_isNamed_data()
{
    addColumns();
    row("x := 3",
        "1:3-5 `:=` is outside the scenario language. | Assign with `=` in a statement of its own.");
    row("def f(*args): pass", "1:7-8 A parameter with `*` is outside the scenario language. | Take a list.");
    row("def f(**args): pass",
        "1:7-9 A parameter with `**` is outside the scenario language. | Take a dict.");
    row("def f(a, *, b): pass",
        "1:10-11 `*` between parameters is outside the scenario language. | Leave it out.");
    row("def f(a, /): pass",
        "1:10-11 `/` between parameters is outside the scenario language. | Leave it out.");
    row("f(*a)",
        "1:3-4 Unpacking with `*` in a call is outside the scenario language. | Write the arguments out.");
    row("f(**a)",
        "1:3-5 Unpacking with `**` in a call is outside the scenario language. | Write the arguments out.");
    row("[*a]", "1:2-3 Unpacking with `*` is outside the scenario language. | Write the elements out.");
    row("{**a}",
        "1:2-4 Unpacking with `**` in a dict is outside the scenario language. | Call `update` on the dict.");
    row("*a, b = c", "1:1-2 An expression is missing before `*`. | ");
    row("with open('x') as f:\n    pass", "1:1-5 `with` is outside the scenario language. | Call what you "
                                          "need, with `try` and `finally` around it.");
    row("match x:\n    case 1: pass",
        "1:1-6 `match` is outside the scenario language. | Write `if` and `elif`.");
    row("match (x):\n    case 1: pass",
        "1:1-6 `match` is outside the scenario language. | Write `if` and `elif`.");
    row("async def f(): pass", "1:1-6 `async` is outside the scenario language. | Scenarios run one "
                               "statement after the other: leave it out.");
    row("def f():\n    yield 1",
        "2:5-10 `yield` is outside the scenario language. | Collect the values in a list and return it.");
    row("x = await y", "1:5-10 `await` is outside the scenario language. | Scenarios run without `async`: "
                       "call the function directly.");
    row("lambda: (yield)",
        "1:10-15 `yield` is outside the scenario language. | Collect the values in a list and return it.");
    row("lambda *a: 1", "1:8-9 A parameter with `*` is outside the scenario language. | Take a list.");
    row("a @ b", "1:3-4 Matrix multiplication with `@` is outside the scenario language. | ");
    row("a @= b", "1:3-5 Matrix multiplication with `@=` is outside the scenario language. | ");
    row("x = ...", "1:5-8 `...` is outside the scenario language. | Write `pass` for an empty body.");
    row("f(x for x in y, 2)", "1:3-15 A generator expression can stand only as a call's only argument. | "
                              "Make it a list: put `[` and `]` around it.");
    row("g = (x for x in y)", "1:5-19 A generator expression can stand only as a call's only argument. | "
                              "Make it a list: write `[` and `]` for `(` and `)`.");
    row("x[1:2, 3]", "1:3-6 A slice beside other indices is outside the scenario language. | Slice one "
                     "dimension at a time.");
    row("class A(B, C): pass",
        "1:12-13 A second base class is outside the scenario language. | Inherit from one class.");
    row("class A(metaclass=M): pass", "1:9-18 A keyword like `metaclass` in a class header is outside the "
                                      "scenario language. | Name only the base class.");
    row("class A:\n    def __lt__(self, o): pass",
        "2:9-15 The special name `__lt__` in a class is outside "
        "the scenario language. | Compare keys: `sorted(items, key=…)`.");
    row("class A:\n    def __iter__(self): pass",
        "2:9-17 The special name `__iter__` in a class is outside the scenario language. | Give the class "
        "`__getitem__`: a loop asks it for 0, 1, 2, … until it raises IndexError.");
    row("class A:\n    def __add__(self, o): pass", "2:9-16 The special name `__add__` in a class is outside "
                                                    "the scenario language. | Choose an ordinary name.");
    row("class A:\n    def __dell__(self): pass", "2:9-17 The special name `__dell__` in a class is outside "
                                                  "the scenario language. | Did you mean `__del__`?");
    row("class A:\n    __slots__ = ()", "2:5-14 The special name `__slots__` in a class is outside the "
                                        "scenario language. | Leave it out: instances take any attribute.");
    row("class A:\n    __doc__ = a\n    __hash__ = None", "");
    row("class A:\n    @property\n    def f(self): pass",
        "2:6-14 `@property` is outside the scenario language. | Call a method.");
    row("try: pass\nexcept* E: pass", "2:7-8 `except*` is outside the scenario language. | Write `except`.");
}

void TestDiagnostics::import_offersWhatThereIs_data()
{
    addColumns();
    row("import os", "1:8-10 Scenarios cannot import `os`. | They import `gc`, `sys`, `tetherscope` and "
                     "`weakref`, nothing else.");
    row("import weakreff", "1:8-16 Scenarios cannot import `weakreff`. | Did you mean `weakref`?");
    row("import sys.path", "1:8-11 Packages are outside the scenario language. | Scenarios import `gc`, "
                           "`sys`, `tetherscope` and `weakref`.");
    row("from weakref import Ref", "1:21-24 `weakref` has no `Ref` in scenarios. | Did you mean `ref`?");
    row("from sys import exit", "1:17-21 `sys` has no `exit` in scenarios. | It has `getrefcount`.");
    row("from weakref import *", "1:21-22 `import *` is outside the scenario language. | Name what you need: "
                                 "`WeakKeyDictionary`, `WeakMethod`, `WeakSet`, `WeakValueDictionary`, "
                                 "`finalize`, `getweakrefcount`, `getweakrefs`, `proxy` and `ref`.");
    row("from . import a", "1:6-7 A relative import is outside the scenario language. | Scenarios import "
                           "`gc`, `sys`, `tetherscope` and `weakref`.");
    row("from os import path", "1:6-8 Scenarios cannot import `os`. | They import `gc`, `sys`, `tetherscope` "
                               "and `weakref`, nothing else.");
    row("from sys", "1:9-10 `import` is missing behind the module's name. | ");
    row("from sys import", "1:16-17 A name to import is expected here. | ");
    row("import sys as", "1:14-15 A name is expected behind `as`. | ");
}

void TestDiagnostics::declarationOfScope_isChecked_data()
{
    addColumns();
    row("def f():\n    x = 1\n    global x", "2:5-6 `x` is used before it is declared `global`. | Move the "
                                             "`global` of line 3 above its first use.");
    row("nonlocal x", "1:1-11 `nonlocal` has no meaning outside of functions. | Leave it out.");
    row("def f():\n    nonlocal y", "2:5-15 No function around this one has a variable `y`. | Assign it "
                                    "there first, or declare it `global`.");
    row("def f(x):\n    global x",
        "2:5-13 `x` is a parameter and cannot be global too. | Give one of the two another name.");
    row("def f():\n    x = 1\n    def g():\n        global x\n        nonlocal x",
        "5:9-19 `x` is declared both `global` and `nonlocal`. | Decide for one.");
    row("class A:\n    nonlocal x", "2:5-15 No function around this one has a variable `x`. | Assign it "
                                    "there first, or declare it `global`.");
}

void TestDiagnostics::severalFaults_areAllReported()
{
    QCOMPARE(faults("a = = 1\nif b\n    c\nelse:\n    d\ndef f():\n    return (1\n    e = 2\n    yield\nwith "
                    "g: pass\n"),
             QStringLiteral("1:5-6 An expression is missing before `=`. | \n"
                            "2:5-6 A `:` is missing at the end of this `if`. | Write `:` here.\n"
                            "7:12-13 `(` is never closed. | Add `)` where it ends."));
}

void TestDiagnostics::hundredsOfFaults_areCutAtTwenty()
{
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += "a = $\n";
    }
    const ParseResult result = parseScenario(text);
    QCOMPARE(result.diagnostics.size(), std::size_t{20});
    QVERIFY(!result.scenario);
}

void TestDiagnostics::format_hasPlaceOnlyWhereThereIsOne()
{
    QCOMPARE(format("a.py", {{3, 7, 9}, "Wrong.", "Right."}),
             std::string("a.py:3:7: error: Wrong.\n    hint: Right."));
    QCOMPARE(format("a.py", {{}, "Missing.", ""}), std::string("a.py: error: Missing."));
}

QTEST_APPLESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
