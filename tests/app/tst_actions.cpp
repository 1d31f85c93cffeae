#include "windowtest.h"

#include "base/actions.h"
#include "keysheet.h"
#include "panes/textlabel.h"

#include <QSet>

using namespace tetherscope;

class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void keys_areNeverGivenTwice()
    {
        QHash<QString, QString> owners;
        for (const ActionSpec &spec : actionSpecs()) {
            for (const QKeySequence &key : shortcutsOf(spec)) {
                const QString text = key.toString(QKeySequence::PortableText);
                QVERIFY2(!text.isEmpty(), spec.name);
                QVERIFY2(!owners.contains(text),
                         qPrintable(text + QStringLiteral(" of ") + QLatin1StringView(spec.name)));
                owners.insert(text, QLatin1StringView(spec.name));
            }
        }
        QVERIFY(owners.size() > 20);
    }

    void everyAction_hasANameOfItsOwnAndIsExplained()
    {
        QSet<QString> names;
        for (const ActionSpec &spec : actionSpecs()) {
            names.insert(QLatin1StringView(spec.name));
            QVERIFY2(*spec.text && *spec.whatsThis, spec.name);
        }
        QCOMPARE(std::size_t(names.size()), actionSpecs().size());
    }

    void menus_holdEveryAction()
    {
        TestWindow window;
        for (const ActionSpec &spec : actionSpecs()) {
            const QAction *const action = window->actions()[spec.id];
            QVERIFY2(!action->associatedObjects().isEmpty(), spec.name);
            QCOMPARE(action->objectName(), QLatin1StringView(spec.name));
        }
    }

    void keySheet_listsEveryKey()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        window.press(Qt::Key_F1);
        QDialog &sheet = window.child<QDialog>("key-sheet-dialog");
        QTRY_VERIFY(sheet.isVisible());
        QStringList texts;
        for (const TextLabel *const label : sheet.findChildren<TextLabel *>())
            texts.append(label->text());
        const QString all = texts.join(u'\n');
        for (const ActionSpec &spec : actionSpecs()) {
            for (const QKeySequence &key : shortcutsOf(spec))
                QVERIFY2(all.contains(keyText(key)), qPrintable(keyText(key)));
        }
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QTRY_VERIFY(!window->findChild<QDialog *>(u"key-sheet-dialog"_qs));
    }

    void keys_readAsOnTheKeyboard()
    {
        QCOMPARE(keyText(QKeySequence(u"Ctrl+Right"_qs)), u"Ctrl →"_qs);
        QCOMPARE(keyText(QKeySequence(u"PgDown"_qs)), u"Page Down"_qs);
        QCOMPARE(keyText(QKeySequence(u"Ctrl++"_qs)), u"Ctrl +"_qs);
        QCOMPARE(keyText(QKeySequence(u"F"_qs)), u"F"_qs);
    }
};

QTEST_MAIN(ActionsTest)
#include "tst_actions.moc"
