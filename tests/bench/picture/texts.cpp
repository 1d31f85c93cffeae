// What can be read: over every step of every preset the texts that are wider than their place, and the least
// contrasts of both themes. Prints JSON.
//
//     picture_texts
#include "shownrun.h"

#include "canvas/fontmeasure.h"
#include "layout/look.h"
#include "look/theme.h"
#include "scenario/run.h"
#include "syntax/scenario.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace tetherscope;

namespace {

constexpr uint runStackBytes = 64U << 20; ///< what runScenario() asks for

/// Counts the texts of a picture that reach beyond their cards and pills.
class Clipping
{
public:
    std::size_t in(const Picture &picture)
    {
        m_clipped = 0;
        for (const CardItem &card : picture.cards)
            examine(card, picture);
        for (const PillItem &pill : picture.pills)
            check(pill.text, FontRole::Name, pill.rect.width - look::pillPadding);
        return m_clipped;
    }

private:
    void examine(const CardItem &card, const Picture &picture)
    {
        const double room = card.rect.width - look::cardPadding;
        check(card.title, FontRole::Title, room);
        check(card.subtitle, FontRole::Small, room);
        check(card.footer, FontRole::Small, room);
        for (std::uint32_t i = 0; i < card.rowCount; ++i) {
            const RowItem &row = picture.rows[card.firstRow + i];
            check(row.text, FontRole::Name, row.rect.width - look::cardPadding);
        }
    }

    void check(const QString &text, FontRole role, double room)
    {
        constexpr double rounding = 1;
        m_clipped += m_measure.width(text.toStdString(), role) > room + rounding ? 1 : 0;
    }

    FontMeasure m_measure;
    std::size_t m_clipped = 0;
};

std::size_t clippedTexts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    Timeline timeline;
    const ParseResult parsed = parseScenario(file.readAll().toStdString());
    if (!parsed.scenario)
        return 1;
    runScenario(*parsed.scenario, timeline);
    ShownRun run(std::move(timeline));
    Clipping clipping;
    std::size_t clipped = 0;
    for (std::size_t step = 0; step < run.timeline().stepCount(); ++step)
        clipped += clipping.in(run.at(step));
    return clipped;
}

using Colour = QColor Theme::*;

double leastContrast(const std::vector<Colour> &inks, const std::vector<Colour> &grounds)
{
    double least = 21;
    for (const Theme &theme : {lightTheme(), darkTheme()})
        for (const Colour ink : inks)
            for (const Colour ground : grounds)
                least = std::min(least, contrastRatio(theme.*ink, theme.*ground));
    return least;
}

double leastTextContrast()
{
    const double quiet =
        leastContrast({&Theme::text, &Theme::secondary}, {&Theme::canvas, &Theme::node, &Theme::sunken,
                                                          &Theme::panel, &Theme::selection, &Theme::touched});
    const double words =
        leastContrast({&Theme::accent, &Theme::created, &Theme::removed, &Theme::placeholder},
                      {&Theme::node, &Theme::panel});
    const double badges =
        leastContrast({&Theme::inkOnTone}, {&Theme::accent, &Theme::created, &Theme::removed});
    return std::min({quiet, words, badges});
}

double leastGraphicsContrast()
{
    return leastContrast({&Theme::strong, &Theme::weak, &Theme::created, &Theme::removed, &Theme::leaked,
                          &Theme::accent, &Theme::border},
                         {&Theme::canvas, &Theme::node});
}

int measure()
{
    std::size_t clipped = 0;
    const QDir folder(QStringLiteral(TETHERSCOPE_SOURCE_DIR "/resources/scenarios"));
    for (const QString &name : folder.entryList({QStringLiteral("*.py")}))
        clipped += clippedTexts(folder.filePath(name));
    std::printf("{\"clipped_texts\": %zu, \"min_text_contrast\": %.2f, \"min_graphics_contrast\": %.2f}\n",
                clipped, leastTextContrast(), leastGraphicsContrast());
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    QGuiApplication application(count, arguments);
    int result = 1;
    const std::unique_ptr<QThread> thread(QThread::create([&] { result = measure(); }));
    thread->setStackSize(runStackBytes);
    thread->start();
    thread->wait();
    return result;
}
