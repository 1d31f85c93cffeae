#include "ran.h"

#include "syntax/vocabulary.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace tetherscope;

/// What is offered to who types is what a run knows.
class TestVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void methodsOfTypes_areThere_data();
    void methodsOfTypes_areThere();
    void methodsOfOtherTypes_areNotMissed_data();
    void methodsOfOtherTypes_areNotMissed();
    void builtinNames_areThere();
};

void TestVocabulary::methodsOfTypes_areThere_data()
{
    QTest::addColumn<QByteArray>("made");
    for (const char *const type : {"list", "dict", "set", "str", "tuple"})
        QTest::newRow(type) << QByteArray(type) + "()";
    for (const char *const type : {"WeakSet", "WeakKeyDictionary", "WeakValueDictionary"})
        QTest::newRow(type) << QByteArray("weakref.") + type + "()";
}

void TestVocabulary::methodsOfTypes_areThere()
{
    QFETCH(QByteArray, made);
    const std::span<const std::string_view> methods = methodsOfType(QTest::currentDataTag());
    QVERIFY(!methods.empty());
    QVERIFY(std::is_sorted(methods.begin(), methods.end()));
    for (const std::string_view method : methods) {
        const std::string name(method);
        const std::string text =
            "import weakref\nassert hasattr(" + made.toStdString() + ", '" + name + "'), '" + name + "'\n";
        QCOMPARE(QString::fromStdString(runText(text).fault()), QString());
    }
}

void TestVocabulary::methodsOfOtherTypes_areNotMissed_data()
{
    methodsOfTypes_areThere_data();
}

/// What one type has and another has too must be in both lists.
void TestVocabulary::methodsOfOtherTypes_areNotMissed()
{
    QFETCH(QByteArray, made);
    const std::span<const std::string_view> methods = methodsOfType(QTest::currentDataTag());
    for (const std::string_view method : containerMethods()) {
        if (std::binary_search(methods.begin(), methods.end(), method))
            continue;
        const std::string name(method);
        const std::string text = "import weakref\nassert not hasattr(" + made.toStdString() + ", '" + name +
                                 "'), '" + name + "'\n";
        const QString fault = QString::fromStdString(runText(text).fault());
        QVERIFY2(fault.isEmpty() || fault.contains(u"is outside the scenario language"_qs),
                 qPrintable(fault));
    }
}

void TestVocabulary::builtinNames_areThere()
{
    for (const std::string_view name : builtins()) {
        QVERIFY(isBuiltinName(name));
        QCOMPARE(QString::fromStdString(runText("x = " + std::string(name) + "\n").fault()), QString());
    }
}

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
