#include "look/desktopscheme.h"
#include "look/icons.h"
#include "look/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

Theme themeOf(const QString &name)
{
    return name == QStringLiteral("dark") ? darkTheme() : lightTheme();
}

void addRows(const char *column, const QList<std::pair<const char *, QColor Theme::*>> &inks,
             const QList<std::pair<const char *, QColor Theme::*>> &grounds)
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const QString &name : {QStringLiteral("light"), QStringLiteral("dark")})
        for (const auto &[inkName, ink] : inks)
            for (const auto &[groundName, ground] : grounds)
                QTest::addRow("%s %s: %s on %s", qPrintable(name), column, inkName, groundName)
                    << name << themeOf(name).*ink << themeOf(name).*ground;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void contrastRatio_isThatOfTheStandard();
    void text_canBeReadOnEveryGround_data();
    void text_canBeReadOnEveryGround();
    void toneText_canBeReadOnPaperAndCards_data();
    void toneText_canBeReadOnPaperAndCards();
    void inkOnTone_canBeReadOnFilledBadges_data();
    void inkOnTone_canBeReadOnFilledBadges();
    void graphics_standOutFromPaperAndCards_data();
    void graphics_standOutFromPaperAndCards();
    void highContrast_isHigh_data();
    void highContrast_isHigh();
    void tintedRows_canBeRead_data();
    void tintedRows_canBeRead();
    void palette_followsTheTheme();
    void fonts_scaleTogether();
    void icon_takesThePalettesColour();
    void everyIcon_drawsSomething();
    void offscreen_isLight();
};

void TestTheme::contrastRatio_isThatOfTheStandard()
{
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QCOMPARE(qRound(contrastRatio(QColor(0x777777), Qt::white) * 100), 448);
}

void TestTheme::text_canBeReadOnEveryGround_data()
{
    addRows("text", {{"text", &Theme::text}, {"secondary", &Theme::secondary}},
            {{"canvas", &Theme::canvas},
             {"panel", &Theme::panel},
             {"node", &Theme::node},
             {"sunken", &Theme::sunken},
             {"selection", &Theme::selection},
             {"touched", &Theme::touched}});
}

void TestTheme::text_canBeReadOnEveryGround()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QVERIFY2(contrastRatio(ink, ground) >= 4.5, qPrintable(QString::number(contrastRatio(ink, ground))));
}

void TestTheme::toneText_canBeReadOnPaperAndCards_data()
{
    addRows("words",
            {{"accent", &Theme::accent},
             {"created", &Theme::created},
             {"removed", &Theme::removed},
             {"placeholder", &Theme::placeholder},
             {"keyword", &Theme::syntaxKeyword},
             {"string", &Theme::syntaxString},
             {"number", &Theme::syntaxNumber},
             {"comment", &Theme::syntaxComment}},
            {{"panel", &Theme::panel}, {"node", &Theme::node}});
}

void TestTheme::toneText_canBeReadOnPaperAndCards()
{
    text_canBeReadOnEveryGround();
}

void TestTheme::inkOnTone_canBeReadOnFilledBadges_data()
{
    addRows("badge", {{"ink", &Theme::inkOnTone}},
            {{"accent", &Theme::accent}, {"created", &Theme::created}, {"removed", &Theme::removed}});
}

void TestTheme::inkOnTone_canBeReadOnFilledBadges()
{
    text_canBeReadOnEveryGround();
}

void TestTheme::graphics_standOutFromPaperAndCards_data()
{
    addRows("line",
            {{"strong", &Theme::strong},
             {"weak", &Theme::weak},
             {"created", &Theme::created},
             {"removed", &Theme::removed},
             {"leaked", &Theme::leaked},
             {"accent", &Theme::accent},
             {"border", &Theme::border}},
            {{"canvas", &Theme::canvas}, {"node", &Theme::node}});
}

void TestTheme::graphics_standOutFromPaperAndCards()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QVERIFY2(contrastRatio(ink, ground) >= 3, qPrintable(QString::number(contrastRatio(ink, ground))));
}

void TestTheme::highContrast_isHigh_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    const QList<QColor Theme::*> grounds{&Theme::canvas, &Theme::panel,     &Theme::node,
                                         &Theme::sunken, &Theme::selection, &Theme::touched};
    const QList<QColor Theme::*> texts{&Theme::text, &Theme::secondary};
    const QList<QColor Theme::*> graphics{&Theme::strong, &Theme::weak,   &Theme::created, &Theme::removed,
                                          &Theme::leaked, &Theme::accent, &Theme::border,  &Theme::hairline};
    for (const Theme &theme : {withHighContrast(lightTheme()), withHighContrast(darkTheme())}) {
        for (const auto ground : grounds)
            for (const auto ink : texts)
                QTest::addRow("text %d", int(theme.dark)) << theme.*ink << theme.*ground << 7.0;
        for (const auto ink : graphics)
            QTest::addRow("graphics %d", int(theme.dark))
                << theme.*ink << theme.canvas << (ink == &Theme::hairline ? 3.0 : 4.5);
        for (const auto tone : {&Theme::accent, &Theme::created, &Theme::removed, &Theme::leaked})
            QTest::addRow("on tone %d", int(theme.dark)) << theme.inkOnTone << theme.*tone << 4.5;
    }
}

void TestTheme::highContrast_isHigh()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    QVERIFY2(contrastRatio(ink, ground) >= least, qPrintable(QString::number(contrastRatio(ink, ground))));
}

void TestTheme::tintedRows_canBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    constexpr float tint = 0.09F; // as rows that come or go are tinted
    const auto over = [](const QColor &tone, const QColor &ground) {
        return QColor::fromRgbF(tint * tone.redF() + (1 - tint) * ground.redF(),
                                tint * tone.greenF() + (1 - tint) * ground.greenF(),
                                tint * tone.blueF() + (1 - tint) * ground.blueF());
    };
    for (const Theme &theme : {lightTheme(), darkTheme()})
        for (const auto tone : {&Theme::created, &Theme::removed})
            for (const auto ink : {&Theme::text, &Theme::secondary, tone})
                QTest::addRow("row %d", int(theme.dark)) << theme.*ink << over(theme.*tone, theme.node);
}

void TestTheme::tintedRows_canBeRead()
{
    text_canBeReadOnEveryGround();
}

void TestTheme::palette_followsTheTheme()
{
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        const QPalette palette = paletteOf(theme);
        QCOMPARE(palette.color(QPalette::Window), theme.panel);
        QCOMPARE(palette.color(QPalette::Base), theme.panel);
        QCOMPARE(palette.color(QPalette::Text), theme.text);
        QCOMPARE(palette.color(QPalette::ButtonText), theme.text);
        QCOMPARE(palette.color(QPalette::Highlight), theme.selection);
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != theme.text);
    }
}

void TestTheme::fonts_scaleTogether()
{
    const Fonts normal = makeFonts();
    const Fonts twice = makeFonts(2);
    QCOMPARE(twice.body.pixelSize(), 2 * normal.body.pixelSize());
    QCOMPARE(twice.small.pixelSize(), 2 * normal.small.pixelSize());
    QCOMPARE(twice.code.pixelSize(), 2 * normal.code.pixelSize());
    QCOMPARE(normal.body.families().constFirst(), QStringLiteral("Inter"));
}

void TestTheme::icon_takesThePalettesColour()
{
    const QPalette before = QGuiApplication::palette();
    const QIcon icon = themedIcon(Icon::StrongDot);
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        QGuiApplication::setPalette(paletteOf(theme));
        QCOMPARE(icon.pixmap(32).toImage().pixelColor(16, 16), theme.text);
    }
    QGuiApplication::setPalette(before);
}

void TestTheme::everyIcon_drawsSomething()
{
    for (int i = 0; i <= static_cast<int>(Icon::Warning); ++i) {
        const QImage image = themedIcon(static_cast<Icon>(i)).pixmap(16).toImage();
        QImage blank(image.size(), image.format());
        blank.fill(Qt::transparent);
        QVERIFY2(image != blank, qPrintable(QString::number(i)));
    }
    QVERIFY(!applicationIcon().pixmap(64).isNull());
}

void TestTheme::offscreen_isLight()
{
    QVERIFY(!systemPrefersDark());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
