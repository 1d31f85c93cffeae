#include "shownrun.h"

#include "canvas/describe.h"
#include "canvas/render.h"
#include "look/fonts.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

// Texts of every script, and far too long ones: each stays in its place, and the whole of it can be read in
// the tooltip.

namespace {

/// An object with a plain value and a row of that name, held by a name of it.
Picture shownWith(const QString &word)
{
    ShownRun run(QStringLiteral("create Node#1\nbind %1 Node#1\ncreate Node#2\nlink Node#1.%1 Node#2\n"
                                "item Node#1.text = '%1'\nbind n = '%1'\nstep pass\n")
                     .arg(word)
                     .toStdString());
    return run.at(1);
}

double drawnWidth(const QString &text, FontRole role)
{
    return QFontMetricsF(pictureFont(role)).horizontalAdvance(text);
}

/// What is wider than its place; empty: nothing is.
QStringList tooWide(const Picture &picture)
{
    constexpr double rounding = 1;
    QStringList found;
    const auto check = [&](const QString &text, FontRole role, double room) {
        if (drawnWidth(text, role) > room + rounding)
            found << text;
    };
    for (const PillItem &pill : picture.pills) {
        check(pill.text, FontRole::Name, pill.rect.width);
        check(pill.value, FontRole::Name, pill.rect.width);
    }
    for (const CardItem &card : picture.cards) {
        check(card.title, FontRole::Title, card.rect.width);
        check(card.subtitle, FontRole::Small, card.rect.width);
    }
    for (const RowItem &row : picture.rows)
        check(row.text, FontRole::Name, row.rect.width);
    return found;
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyScript_staysInItsPlace_data()
    {
        QTest::addColumn<QString>("word");
        const QList<std::pair<const char *, QString>> words{
            {"short", u"a"_qs},
            {"Hebrew", u"שלום"_qs},
            {"Arabic", u"مرحبا"_qs},
            {"Chinese", u"你好世界"_qs},
            {"emoji", u"🙂👩‍👩‍👧‍👦🇩🇪"_qs},
            {"combining", u"éñö"_qs},
            {"mixed directions", u"abcשלוםdef"_qs},
        };
        for (const auto &[name, word] : words) {
            QTest::newRow(name) << word;
            QTest::addRow("long %s", name) << word.repeated(40);
        }
        QTest::newRow("a book") << u"word"_qs.repeated(50'000);
    }

    void everyScript_staysInItsPlace()
    {
        QFETCH(QString, word);
        const Picture picture = shownWith(word);
        QCOMPARE(tooWide(picture), QStringList());
        QVERIFY(picture.cards.size() == 2 && picture.pills.size() == 2);
        for (const CardItem &card : picture.cards)
            QVERIFY(card.rect.width < 400 && card.rect.height < 200);
    }

    void longText_isCutInTheMiddleAndWholeInTheTip()
    {
        const QString word = u"beginning"_qs + u"middle"_qs.repeated(30) + u"theend"_qs;
        const Picture picture = shownWith(word);
        const RowItem &row = picture.rows.front();
        QVERIFY2(row.text.startsWith(u"beginn") && row.text.endsWith(u"end") && row.text.contains(u'…'),
                 qPrintable(row.text));
        const Target node = picture.cards.front().target();
        const QString tip = tipOf(picture, node, {row.rect.centreX(), row.rect.centreY()});
        QVERIFY(tip.startsWith(word));
        QVERIFY(tip.contains(u"text '"_qs + word)); // the plain value
        QVERIFY(describe(picture, Target::of(picture.pills.front().name)).startsWith(word));
    }

    void letters_areNeverCutInTwo()
    {
        const QString family = u"👩‍👩‍👧‍👦"_qs;
        const Picture picture = shownWith(family.repeated(40));
        const QString cut = picture.rows.front().text;
        QVERIFY(cut.contains(u'…'));
        QString rest = cut;
        rest.remove(u'…');
        QCOMPARE(rest.size() % family.size(), 0);
        rest.remove(family);
        QCOMPARE(rest, QString());
    }

    void measuredTexts_areAsWideAsDrawn_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "Node#12", "WeakValueDictionary#3", "fi != -> AVATo. == www", "~!@#$%^&*()[]{}|"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
        QTest::newRow("a rise") << u"1 → 2"_qs;
        QTest::newRow("accents") << u"naïveté"_qs;
        QTest::newRow("a tab") << u"a\tb"_qs;
    }

    void measuredTexts_areAsWideAsDrawn()
    {
        QFETCH(QString, text);
        const FontMeasure measure;
        for (const FontRole role : {FontRole::Name, FontRole::Small, FontRole::Badge})
            QCOMPARE(measure.width(text.toStdString(), role), drawnWidth(text, role));
    }

    void zooms_keepTextsInTheirCards_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0})
            QTest::addRow("%g", ratio) << ratio;
    }

    /// Nothing is drawn right of the rightmost card's border.
    void zooms_keepTextsInTheirCards()
    {
        QFETCH(double, ratio);
        Picture picture = shownWith(u"a word that is much too long for any card there is in the picture"_qs);
        picture.edges.clear();
        double right = 0;
        for (const CardItem &card : picture.cards)
            right = std::max(right, card.rect.right());
        const QSize size(int(right) + 40, int(picture.bounds.bottom()) + 20);
        QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            paintPicture(painter, picture, lightTheme());
        }
        const QImage margin = image.copy(QRect(int((right + 4) * ratio), int(100 * ratio), int(30 * ratio),
                                               image.height() - int(100 * ratio)));
        QImage blank = margin;
        blank.fill(Qt::white);
        QCOMPARE(margin, blank);
    }
};

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
