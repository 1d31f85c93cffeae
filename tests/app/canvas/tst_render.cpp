#include "runs.h"
#include "shownrun.h"

#include "canvas/fontmeasure.h"
#include "canvas/paintersurface.h"
#include "canvas/render.h"
#include "canvas/transition.h"
#include "look/fonts.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace tetherscope;

namespace {

constexpr QSize paper(680, 562);

struct SvgContent
{
    QStringList texts;
    int shapes = 0;
    QString error;
};

SvgContent readSvg(const QByteArray &svg)
{
    SvgContent content;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QStringLiteral("text"))
            content.texts << reader.readElementText();
        else
            ++content.shapes;
    }
    if (reader.hasError())
        content.error = reader.errorString();
    return content;
}

int differingPixels(const QImage &left, const QImage &right)
{
    int count = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x)
            count += left.pixel(x, y) != right.pixel(x, y) ? 1 : 0;
    return count;
}

QImage writtenAt(double scale, const QString &text)
{
    QImage image(80, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    PainterSurface(painter).text({4, 10 / scale}, Align::Left, text, FontRole::Name, Qt::black);
    return image;
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void sameMoment_givesTheSameBytesFromBothSides();
    void image_isOnTheThemesPaper();
    void image_showsEachStepsChange();
    void thumbnail_hasTheRatioOfTheScreen();
    void thumbnail_ofNothingIsPaper();
    void thumbnail_leavesOutAQuietNameFarOff();
    void svg_hasEachTitleAsText();
    void svg_survivesAnyText();
    void svg_knowsNoLocale();
    void selectionAndHover_changeNoPlace();
    void widths_areThoseOfTheFonts();
    void textTooSmallToRead_isGreeked();
    void transition_fadesOutThenIn();
    void transition_ofTheSameIsNone();
};

void TestRender::sameMoment_givesTheSameBytesFromBothSides()
{
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        ShownRun run(dateCacheRun());
        QList<QImage> forward;
        for (std::size_t step = 0; step < run.timeline().stepCount(); ++step)
            forward << renderPicture(run.at(step), theme, paper);
        for (std::size_t step = run.timeline().stepCount(); step-- > 0;)
            QVERIFY(renderPicture(run.at(step), theme, paper) == forward[static_cast<qsizetype>(step)]);
    }
}

void TestRender::image_isOnTheThemesPaper()
{
    ShownRun run{std::string(runs::weakCache)};
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        const QImage image = renderPicture(run.at(5), theme, paper);
        QCOMPARE(image.size(), paper);
        QCOMPARE(image.pixelColor(0, 0), theme.canvas);
        QCOMPARE(image.pixelColor(paper.width() - 1, paper.height() - 1), theme.canvas);
    }
}

void TestRender::image_showsEachStepsChange()
{
    ShownRun run{std::string(runs::weakCache)};
    const QImage before = renderPicture(run.at(4), lightTheme(), paper);
    const QImage after = renderPicture(run.at(5), lightTheme(), paper);
    QVERIFY(differingPixels(before, after) > 500);
}

void TestRender::thumbnail_hasTheRatioOfTheScreen()
{
    ShownRun run{std::string(runs::weakCache)};
    const QImage image = renderThumbnail(run.at(5), lightTheme(), {240, 120}, 2);
    QCOMPARE(image.size(), QSize(480, 240));
    QCOMPARE(image.devicePixelRatio(), 2.0);
    QImage blank(image.size(), image.format());
    blank.fill(lightTheme().canvas);
    QVERIFY(differingPixels(image, blank) > 1000);
}

void TestRender::thumbnail_leavesOutAQuietNameFarOff()
{
    Picture picture;
    picture.cards.resize(1);
    picture.cards[0].rect = {200, 0, 196, 60};
    picture.pills.resize(1);
    picture.pills[0].rect = {0, 15, 82, 30};
    const auto thumbnail = [&picture] { return renderThumbnail(picture, lightTheme(), {240, 120}); };
    const QImage close = thumbnail();
    picture.pills.resize(2);
    PillItem &second = picture.pills[1];
    second.rect = {0, 600, 82, 30};
    QCOMPARE(thumbnail(), close);
    second.tone = Tone::New;
    QVERIFY(thumbnail() != close);
    second.tone = Tone::Rest;
    second.rect.y = 100;
    QVERIFY(thumbnail() != close);
}

void TestRender::thumbnail_ofNothingIsPaper()
{
    const QImage image = renderThumbnail(Picture(), darkTheme(), {20, 10});
    QCOMPARE(image.pixelColor(10, 5), darkTheme().canvas);
}

void TestRender::svg_hasEachTitleAsText()
{
    ShownRun run{std::string(runs::weakCache)};
    for (std::size_t step = 0; step < run.timeline().stepCount(); ++step) {
        const Picture picture = run.at(step);
        const SvgContent svg = readSvg(pictureSvg(picture, lightTheme(), paper));
        QCOMPARE(svg.error, QString());
        QVERIFY(step == 0 || svg.shapes > 3);
        for (const CardItem &card : picture.cards)
            QVERIFY2(svg.texts.contains(card.title), qPrintable(card.title));
        for (const PillItem &pill : picture.pills)
            QVERIFY2(svg.texts.contains(pill.text), qPrintable(pill.text));
        for (const RowItem &row : picture.rows)
            QVERIFY2(row.blank || svg.texts.contains(row.text), qPrintable(row.text));
    }
}

void TestRender::svg_survivesAnyText()
{
    ShownRun run(std::string("bind s = '<b>&\"\x01\xf0\x9f\x98\x80\xd9\x85'\nstep pass\n"));
    const SvgContent svg = readSvg(pictureSvg(run.at(1), darkTheme(), paper));
    QCOMPARE(svg.error, QString());
    QVERIFY(svg.texts.contains(run.at(1).pills.front().value.replace(QChar(1), QChar(0xFFFD))));
}

void TestRender::svg_knowsNoLocale()
{
    ShownRun run{std::string(runs::weakCache)};
    const Picture picture = run.at(5);
    const QByteArray before = pictureSvg(picture, lightTheme(), paper);
    const QLocale usual;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QByteArray german = pictureSvg(picture, lightTheme(), paper);
    QLocale::setDefault(usual);
    QCOMPARE(german, before);
}

void TestRender::selectionAndHover_changeNoPlace()
{
    ShownRun run{std::string(runs::weakCache)};
    const Picture picture = run.at(5);
    const auto painted = [&picture](const PaintOptions &options) {
        QImage image(paper, QImage::Format_ARGB32_Premultiplied);
        image.fill(lightTheme().canvas);
        QPainter painter(&image);
        paintPicture(painter, picture, lightTheme(), options);
        painter.end();
        return image;
    };
    const QImage plain = painted({});
    const Target first = picture.cards.front().target();
    PaintOptions selected;
    selected.selected = first;
    QVERIFY(differingPixels(plain, painted(selected)) > 0);
    PaintOptions hovered;
    hovered.hovered = first;
    QVERIFY(differingPixels(plain, painted(hovered)) > 0);
    QVERIFY(painted({}) == plain);
}

void TestRender::widths_areThoseOfTheFonts()
{
    const FontMeasure measure;
    for (const FontRole role :
         {FontRole::Name, FontRole::Title, FontRole::Small, FontRole::Badge, FontRole::Heading}) {
        const double drawn =
            QFontMetricsF(pictureFont(role)).horizontalAdvance(u"Caches and watchers: To 1 → 2"_qs);
        const double measured = measure.width("Caches and watchers: To 1 → 2", role);
        QVERIFY2(std::abs(measured - drawn) < 0.5, qPrintable(u"%1 %2"_qs.arg(measured).arg(drawn)));
    }
}

void TestRender::textTooSmallToRead_isGreeked()
{
    QVERIFY(writtenAt(1, u"il"_qs) != writtenAt(1, u"WM"_qs));
    QCOMPARE(writtenAt(0.25, u"il"_qs), writtenAt(0.25, u"WM"_qs));
    QVERIFY(writtenAt(0.25, u"il"_qs) != writtenAt(0.25, QString()));
}

void TestRender::transition_fadesOutThenIn()
{
    ShownRun run{std::string(runs::weakCache)};
    const Picture before = run.at(7);
    const Picture after = run.at(8);
    Transition transition(before, after);
    QCOMPARE(transition.vanishing().pills.size(), std::size_t(1)); // a, which went in step 7
    QCOMPARE(transition.vanishingOpacity(), 1.0);
    transition.setProgress(0.2);
    QVERIFY(transition.vanishingOpacity() < 1 && transition.vanishingOpacity() > 0);
    QCOMPARE(transition.appearingOpacity(), 0.0);
    transition.setProgress(0.8);
    QCOMPARE(transition.vanishingOpacity(), 0.0);
    QVERIFY(transition.appearingOpacity() > 0 && transition.appearingOpacity() < 1);
    transition.setProgress(1);
    QVERIFY(!transition.running());
    QCOMPARE(transition.appearingOpacity(), 1.0);
}

void TestRender::transition_ofTheSameIsNone()
{
    ShownRun run{std::string(runs::weakCache)};
    const Transition transition(run.at(5), run.at(5));
    QCOMPARE(transition.changedCount(), std::size_t(0));
    QVERIFY(!transition.running());
}

QTEST_MAIN(TestRender)
#include "tst_render.moc"
