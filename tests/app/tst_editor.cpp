#include "windowtest.h"

#include "code/codeview.h"
#include "panes/flatbutton.h"
#include "panes/notice.h"
#include "start/startpage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QTextBlock>

using namespace tetherscope;

namespace {

CodeView &codeOf(const TestWindow &window)
{
    return window.child<CodeView>("code");
}

/// Puts the keyboard into the code, the caret behind the text found there.
void goBehind(const TestWindow &window, const QString &text)
{
    window.press(Qt::Key_2, Qt::ControlModifier);
    CodeView &code = codeOf(window);
    const QTextCursor found = code.document()->find(text);
    QTextCursor caret(found);
    caret.clearSelection();
    code.setTextCursor(caret);
}

void type(const TestWindow &window, const QString &text)
{
    for (const QChar letter : text) {
        if (letter == u'\n')
            QTest::keyClick(&codeOf(window), Qt::Key_Return);
        else
            QTest::keyClick(&codeOf(window), letter.toLatin1());
    }
}

/// What is typed has run, or is known not to.
bool hasSettled(const TestWindow &window)
{
    Session &session = window->session();
    const Source draft = session.draft().source();
    const std::string text = session.draft().text().toStdString();
    const bool ran = session.document().scenario->text() == text;
    const bool refused = !session.problems().empty() && session.problemSource().draft &&
                         *session.problemSource().draft == text;
    return !session.loading() && (ran || refused);
}

QString lineWithCaret(const TestWindow &window)
{
    return codeOf(window).textCursor().block().text();
}

template<typename Dialog>
Dialog *dialogOf(const TestWindow &window, const char *name)
{
    return window->findChild<Dialog *>(QLatin1StringView(name));
}

} // namespace

class TestEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void typedText_runsWhenTypingPauses()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        const std::size_t steps = window->session().timeline().stepCount();
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nc = o"));
        QTRY_VERIFY(hasSettled(window));
        QCOMPARE(window->session().timeline().stepCount(), steps + 1);
        QVERIFY(window->isWindowModified());
    }

    void whoWrites_goesOnWhenItHasRun()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nc = o"));
        QTRY_VERIFY(hasSettled(window));
        QCOMPARE(QApplication::focusWidget(), &codeOf(window));
        QCOMPARE(lineWithCaret(window), QStringLiteral("c = o"));
        window.press(Qt::Key_X);
        QCOMPARE(lineWithCaret(window), QStringLiteral("c = ox"));
    }

    void playHead_staysAtItsStatement()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        window->session().player().last();
        window->session().player().stepBack();
        const Step before = window->session().moment().step();
        goBehind(window, QStringLiteral("import sys"));
        type(window, QStringLiteral("\nfirst = 1\n"));
        QTRY_VERIFY(hasSettled(window));
        const Step after = window->session().moment().step();
        QCOMPARE(after.line, before.line + 2);
        QCOMPARE(codeOf(window).lines().first, int(after.line));
    }

    void textThatCannotRun_isUnderlinedAndThePictureStays()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        const Timeline *const run = &window->session().timeline();
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nc = = o"));
        QTRY_VERIFY(hasSettled(window));
        QCOMPARE(&window->session().timeline(), run);
        QVERIFY(window.child<Notice>("problem").isVisible());
        QVERIFY(
            window.child<Notice>("problem").text().contains(u"The picture is of the last version that ran."));
        const auto marks = codeOf(window).extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.front().format.underlineStyle(), QTextCharFormat::WaveUnderline);
        QCOMPARE(codeOf(window).lines().first, 0);
        for (int i = 0; i < 8; ++i)
            window.press(Qt::Key_Backspace);
        QTRY_VERIFY(hasSettled(window));
        QVERIFY(!window.child<Notice>("problem").isVisible());
        QVERIFY(!window->isWindowModified());
    }

    void fileThatCannotRun_isMendedHere()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        const QString path = window.file(u"bad.py"_qs);
        QVERIFY(writeFile(path, "a = [1]\nb = = 2\n"));
        window->open(fileSource(path));
        Notice &problem = window.child<Notice>("problem");
        QTRY_VERIFY(problem.isVisible());
        FlatButton &offer = *problem.findChild<FlatButton *>(u"notice-offer"_qs);
        QTest::mouseClick(&offer, Qt::LeftButton);
        QTRY_VERIFY(window->session().hasDocument() && hasSettled(window));
        QCOMPARE(codeOf(window).toPlainText(), u"a = [1]\nb = = 2\n"_qs);
        QVERIFY(problem.isVisible());
        QVERIFY(!offer.isVisible());
        goBehind(window, u"b ="_qs);
        QTest::keyClick(&codeOf(window), Qt::Key_Delete);
        QTest::keyClick(&codeOf(window), Qt::Key_Delete);
        QTRY_VERIFY(hasSettled(window));
        QVERIFY(!problem.isVisible());
        QCOMPARE(window->session().document().lastStep(), std::size_t(2));
        window->session().draft().discard();
    }

    void plainKeys_areTheTextsUntilEscape()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        goBehind(window, QStringLiteral("import sys"));
        const int caret = codeOf(window).textCursor().position();
        window.press(Qt::Key_Left);
        QCOMPARE(codeOf(window).textCursor().position(), caret - 1);
        QCOMPARE(window.step(), 0U);
        window.press(Qt::Key_Space);
        QVERIFY(lineWithCaret(window).contains(u"sy s"));
        window.press(Qt::Key_Escape);
        window.press(Qt::Key_Right);
        QCOMPARE(window.step(), 1U);
    }

    void indentation_followsTheLine()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nif o:\n"));
        QCOMPARE(lineWithCaret(window), QStringLiteral("    "));
        type(window, QStringLiteral("x = 1"));
        window.press(Qt::Key_Return);
        QCOMPARE(lineWithCaret(window), QStringLiteral("    "));
        window.press(Qt::Key_Tab);
        QCOMPARE(lineWithCaret(window), QStringLiteral("        "));
        window.press(Qt::Key_Backspace);
        QCOMPARE(lineWithCaret(window), QStringLiteral("    "));
        window.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(lineWithCaret(window), QString());
    }

    void names_areCompleted()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\npri"));
        QAbstractItemView *const list =
            QApplication::activePopupWidget()
                ? qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget())
                : nullptr;
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("print"));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(lineWithCaret(window), QStringLiteral("print"));
    }

    void undo_takesTypingBack()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        const QString text = codeOf(window).toPlainText();
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nc"));
        while (codeOf(window).document()->isUndoAvailable())
            QTest::keyClick(&codeOf(window), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(codeOf(window).toPlainText(), text);
        QVERIFY(!window->isWindowModified());
    }

    void saving_writesTheFile()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nc = o"));
        window->actions()[ActionId::Save]->trigger();
        QFileDialog *const dialog = dialogOf<QFileDialog>(window, "save-dialog");
        QVERIFY(dialog);
        const QString path = window.file(QStringLiteral("mine.py"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QVERIFY(!window->isWindowModified());
        QVERIFY(window->windowTitle().startsWith(u"mine"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), codeOf(window).toPlainText());
        type(window, QStringLiteral("  "));
        QVERIFY(window->isWindowModified());
        QTest::keyClick(&codeOf(window), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!window->isWindowModified());
    }

    void unsavedText_isAskedAboutBeforeItGoes()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nc = o"));
        window->close();
        QMessageBox *box = dialogOf<QMessageBox>(window, "unsaved");
        QVERIFY(box && window->isVisible());
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QVERIFY(window->isVisible() && window->isWindowModified());
        QTRY_VERIFY(!dialogOf<QMessageBox>(window, "unsaved"));
        window->close();
        box = dialogOf<QMessageBox>(window, "unsaved");
        QVERIFY(box);
        QTest::mouseClick(box->button(QMessageBox::Discard), Qt::LeftButton);
        QTRY_VERIFY(!window->isVisible());
    }

    void newScenario_isATemplateOfOnesOwn()
    {
        TestWindow window;
        window->actions()[ActionId::NewScenario]->trigger();
        QTRY_VERIFY(window->session().hasDocument() && !window->session().loading());
        QVERIFY(codeOf(window).toPlainText().contains(u"Untitled"));
        QVERIFY(window->windowTitle().startsWith(u"untitled"));
        QVERIFY(window->isWindowModified());
    }

    void unsavedText_survivesACrash()
    {
        TestWindow window;
        openPreset(window, "preset-refcounts");
        goBehind(window, QStringLiteral("o_ter = o_ref()"));
        type(window, QStringLiteral("\nc = = o"));
        const QDir folder(window.file(QStringLiteral("unsaved")));
        QTRY_COMPARE(folder.entryList({QStringLiteral("*.json")}, QDir::Files).size(), 1);
        const QString text = codeOf(window).toPlainText();
        window.reopen(); // the first window is not asked, it goes
        QAbstractButton &left = window.child<QAbstractButton>("left-text");
        QVERIFY(left.text().contains(u"refcounts.py"));
        QTest::mouseClick(&left, Qt::LeftButton);
        QTRY_VERIFY(window->session().hasDocument() && !window->session().loading());
        QCOMPARE(codeOf(window).toPlainText(), text);
        QTRY_VERIFY(hasSettled(window));
        QVERIFY(window.child<Notice>("problem").isVisible());
        window->session().draft().discard();
        QCOMPARE(folder.entryList({QStringLiteral("*.json")}, QDir::Files).size(), 0);
    }
};

QTEST_MAIN(TestEditor)
#include "tst_editor.moc"
