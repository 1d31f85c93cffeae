#include "windowtest.h"

#include "canvas/canvasview.h"
#include "console/faultline.h"
#include "console/statementfield.h"
#include "console/statementwords.h"
#include "console/transcript.h"
#include "session/batch.h"

#include <QAbstractItemView>
#include <QCompleter>

using namespace tetherscope;

namespace {

/// A window with a preset, the keyboard in its console.
struct Console
{
    TestWindow window;

    explicit Console(const char *card)
    {
        [&] { QVERIFY(window.isReady()); }();
        openPreset(window, card);
        window.press(Qt::Key_6, Qt::ControlModifier);
    }
    StatementField &field() const { return window.child<StatementField>("statement"); }
    FaultLine &fault() const { return window.child<FaultLine>("statement-fault"); }
    QString transcript() const { return window.child<Transcript>("transcript").toPlainText(); }
    void type(const char *text) const { QTest::keyClicks(&field(), QString::fromUtf8(text)); }
    void enter() const
    {
        window.press(Qt::Key_Return);
        [&] { QTRY_VERIFY(!window->session().isAppending()); }();
    }
    void run(const char *text) const
    {
        type(text);
        enter();
    }
    const Session &session() const { return window->session(); }
};

QStringList wordsAt(const Document &document, const char *before)
{
    QStringList words;
    for (const std::string &word : wordsFor(document, before).words)
        words.append(QString::fromStdString(word));
    return words;
}

} // namespace

class ConsoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void ctrl6_goesThereAndEscLeavesForTheCanvas()
    {
        const Console console("preset-refcounts");
        QVERIFY(console.field().hasFocus());
        QVERIFY(console.field().isVisible());
        console.window.press(Qt::Key_Escape);
        QVERIFY(console.window.child<CanvasView>("canvas").hasFocus());
    }

    void plainKeys_areText()
    {
        const Console console("preset-refcounts");
        console.window->session().player().seekStep(2);
        for (const Qt::Key key : {Qt::Key_F, Qt::Key_Space, Qt::Key_F})
            console.window.press(key);
        for (const Qt::Key key :
             {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown})
            console.window.press(key);
        QCOMPARE(console.window.step(), 2U);
        QVERIFY(!console.session().player().isPlaying());
    }

    void statement_runsAtTheEndWhereverOneStands()
    {
        const Console console("preset-refcounts");
        const std::size_t last = console.session().document().lastStep();
        console.window->session().player().seekStep(1);
        console.run("mine = [1, 2]");
        QCOMPARE(console.session().document().lastStep(), last + 1);
        QVERIFY(console.session().player().isAtEnd());
        QCOMPARE(console.field().toPlainText(), QString());
        QCOMPARE(console.transcript(), u">>> mine = [1, 2]"_qs);
        QVERIFY(console.field().hasFocus());
    }

    void expression_saysItsValueAndWhatWasPrinted()
    {
        const Console console("preset-refcounts");
        console.run("1 + 2");
        console.run("print('a', end='')");
        console.run("print('b')");
        console.run("None");
        QCOMPARE(console.transcript(),
                 u">>> 1 + 2\n3\n>>> print('a', end='')\na\n>>> print('b')\nb\n>>> None"_qs);
    }

    void wrongStatement_staysAndIsExplained()
    {
        const Console console("preset-refcounts");
        const std::size_t last = console.session().document().lastStep();
        console.run("mine = ");
        QVERIFY(console.fault().isVisible());
        QVERIFY(!console.fault().text().isEmpty());
        QCOMPARE(console.field().toPlainText(), u"mine = "_qs);
        console.type("= 3");
        QVERIFY(!console.fault().isVisible());
        console.enter();
        QCOMPARE(console.session().document().lastStep(), last);
        QCOMPARE(console.transcript(), QString());
        QVERIFY(console.fault().caretX() >= 0);
        QVERIFY(console.fault().height() >= 20);
    }

    void caret_isUnderTheColumn()
    {
        const Console console("preset-refcounts");
        console.run("(1 + 2) / 0");
        const int first = console.fault().caretX();
        QCOMPARE(first, console.field()
                            .mapTo(console.fault().parentWidget(), QPoint(console.field().columnX(1, 1), 0))
                            .x());
        QVERIFY(console.fault().text().startsWith(u"ZeroDivisionError"_qs));
    }

    void upAndDown_goThroughWhatWasTyped()
    {
        const Console console("preset-refcounts");
        console.run("p = 1");
        console.run("q = 2");
        console.type("dra");
        console.window.press(Qt::Key_Up);
        QCOMPARE(console.field().toPlainText(), u"q = 2"_qs);
        console.window.press(Qt::Key_Up);
        console.window.press(Qt::Key_Up);
        QCOMPARE(console.field().toPlainText(), u"p = 1"_qs);
        console.window.press(Qt::Key_Down);
        console.window.press(Qt::Key_Down);
        QCOMPARE(console.field().toPlainText(), u"dra"_qs);
        console.window.press(Qt::Key_Down);
        QCOMPARE(console.field().toPlainText(), u"dra"_qs);
    }

    void block_isTypedOverLines()
    {
        const Console console("preset-refcounts");
        console.type("for i in range(2):");
        console.window.press(Qt::Key_Return);
        console.type("print(i)");
        QCOMPARE(console.field().toPlainText(), u"for i in range(2):\n    print(i)"_qs);
        console.window.press(Qt::Key_Return);
        for (int i = 0; i < 4; ++i)
            console.window.press(Qt::Key_Backspace);
        console.enter();
        QCOMPARE(console.transcript(), u">>> for i in range(2):\n...     print(i)\n0\n1"_qs);
    }

    void shiftEnter_beginsAnotherLine()
    {
        const Console console("preset-refcounts");
        console.type("x = [1,");
        console.window.press(Qt::Key_Return, Qt::ShiftModifier);
        console.type("2]");
        console.window.press(Qt::Key_Up);
        QCOMPARE(console.field().textCursor().blockNumber(), 0);
        QCOMPARE(console.field().toPlainText(), u"x = [1,\n2]"_qs);
    }

    void tab_completes()
    {
        const Console console("preset-date-cache");
        console.run("day = Date(2000, 1, 2)");
        console.type("day.mo");
        console.window.press(Qt::Key_Tab);
        QCOMPARE(console.field().toPlainText(), u"day.month"_qs); // the only one
        console.field().clear();
        console.type("da");
        console.window.press(Qt::Key_Tab);
        QCOMPARE(console.field().toPlainText(), u"day"_qs);
        console.field().clear();
        console.type("day.");
        console.window.press(Qt::Key_Tab);
        QVERIFY(console.field().completer().popup()->isVisible());
        console.window.press(Qt::Key_Escape);
        QVERIFY(!console.field().completer().popup()->isVisible());
        QVERIFY(console.field().hasFocus());
        console.window.press(Qt::Key_Tab);
        console.type("y");
        console.window.press(Qt::Key_Return);
        QCOMPARE(console.field().toPlainText(), u"day.year"_qs);
    }

    void runAgain_forgetsTheStatementsAndSaysSo()
    {
        const Console console("preset-refcounts");
        console.run("mine = []");
        console.window.press(Qt::Key_F5);
        QTRY_VERIFY(!console.session().loading());
        QVERIFY(!console.transcript().contains(u"mine"_qs));
        QVERIFY(console.transcript().startsWith(u"A new run"_qs));
        console.window.press(Qt::Key_6, Qt::ControlModifier);
        console.window.press(Qt::Key_Up);
        QCOMPARE(console.field().toPlainText(), u"mine = []"_qs);
    }

    void view_staysWhereItIs()
    {
        const Console console("preset-date-cache");
        const CanvasView &canvas = console.window.child<CanvasView>("canvas");
        console.window->session().player().last();
        const double scale = canvas.zoom();
        for (const char *const statement : {"d1 = Date(1, 1, 1)", "d2 = Date(2, 2, 2)", "d3 = [d1, d2]"})
            console.run(statement);
        QCOMPARE(canvas.zoom(), scale);
    }

    void completion_knowsTheEndOfTheRun()
    {
        const Document document = runBatch({u"date-cache"_qs, {}}, BatchPlan::Without).document;
        QVERIFY(wordsAt(document, "Da").contains(u"Date"_qs));
        QVERIFY(wordsAt(document, "x = pri").contains(u"print"_qs));
        QVERIFY(wordsAt(document, "whi").contains(u"while"_qs));
        QVERIFY(wordsAt(document, "Date._").contains(u"_cache"_qs));
        QVERIFY(wordsAt(document, "weakref.re").contains(u"ref"_qs));
        QVERIFY(wordsAt(document, "f(Date._").contains(u"_cache"_qs));
        QCOMPARE(wordsAt(document, "'Da"), QStringList());
        QCOMPARE(wordsAt(document, "# Da"), QStringList());
        QVERIFY(wordsAt(document, "f().app").contains(u"append"_qs)); // whatever it is
        QVERIFY(wordsAt(document, "import we").contains(u"weakref"_qs));
        QCOMPARE(wordsAt(document, "nothing.at"), QStringList());
    }
};

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
