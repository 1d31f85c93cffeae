#include "export/exporter.h"

#include "analysis/mark.h"
#include "analysis/sentence.h"
#include "canvas/compose.h"
#include "export/animatedpng.h"
#include "export/animatedsvg.h"
#include "export/pdfpages.h"
#include "export/picturelayout.h"
#include "layout/dotexport.h"
#include "trace/stateline.h"

#include <QBuffer>
#include <QCoreApplication>

#include <array>
#include <utility>

namespace tetherscope {

namespace {

constexpr qint64 mostPixels = 250'000'000; ///< of one image: 1 GB
constexpr std::size_t mostAnimatedSteps = 1000;
constexpr std::size_t mostPages = 2000;

QString exportText(const char *text)
{
    return QCoreApplication::translate("Exporter", text);
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

/// What is seen on the way from one picture to the next, and for how long.
struct Stop
{
    double progress;
    int holdMs;
};
constexpr std::array stopsOfAChange{Stop{0.12, 40}, Stop{0.25, 40}, Stop{0.45, 60}, Stop{0.7, 50},
                                    Stop{0.85, 50}};
static_assert(stopsOfAChange[0].holdMs + stopsOfAChange[1].holdMs + stopsOfAChange[2].holdMs +
                  stopsOfAChange[3].holdMs + stopsOfAChange[4].holdMs ==
              Transition::usualMs);

} // namespace

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return QStringLiteral("json");
    case ExportFormat::Dot:
        return QStringLiteral("dot");
    case ExportFormat::Svg:
        return QStringLiteral("svg");
    case ExportFormat::Png:
        return QStringLiteral("png");
    case ExportFormat::Pdf:
        return QStringLiteral("pdf");
    }
    return {};
}

bool needsPicture(const ExportOptions &options)
{
    return options.layout || (options.format != ExportFormat::Json && options.format != ExportFormat::Dot);
}

bool isOneFile(const ExportOptions &options)
{
    return options.animated || options.format == ExportFormat::Pdf;
}

Exporter::Exporter(const Document &document, const ExportOptions &options)
    : m_document(document)
    , m_options(options)
    , m_cursor(*document.timeline)
    , m_moment(*document.timeline)
{
    if (!needsPicture(options))
        return;
    m_theme = options.dark ? darkTheme() : lightTheme();
    m_measure.emplace();
}

void Exporter::seek(Position position)
{
    m_cursor.seek(position);
    m_moment.seek(position);
}

Picture Exporter::shown() const
{
    Picture picture =
        composePicture(m_moment, marksAt(m_moment), *m_document.plan, *m_measure, m_options.folding);
    return m_options.arrange ? m_options.arrange(std::move(picture)) : picture;
}

SheetOptions Exporter::sheetOptions() const
{
    SheetOptions sheet;
    sheet.size = m_options.size;
    sheet.ground = m_options.ground;
    sheet.captioned = m_options.captioned;
    if (m_options.captioned)
        sheet.caption = QString::fromStdString(sentenceAt(m_moment).text());
    sheet.legend = m_options.legend;
    sheet.part = m_options.part;
    sheet.marks = m_options.marks;
    return sheet;
}

bool Exporter::hasRoom()
{
    const QSize size = m_options.size * m_options.scale;
    if (m_options.format != ExportFormat::Png || qint64(size.width()) * size.height() <= mostPixels)
        return true;
    m_error = exportText("a picture of %1 x %2 pixels is too large: %3 million are the most")
                  .arg(size.width())
                  .arg(size.height())
                  .arg(mostPixels / 1'000'000);
    return false;
}

QByteArray Exporter::checked(QByteArray bytes)
{
    if (bytes.isEmpty() && m_error.isEmpty())
        m_error = exportText("the picture is too large for the memory");
    return bytes;
}

QByteArray Exporter::at(Position position)
{
    m_error.clear();
    seek(position);
    switch (m_options.format) {
    case ExportFormat::Json:
        return jsonLine();
    case ExportFormat::Dot:
        return QByteArray::fromStdString(dotText(m_cursor.graph(), m_moment.lexicon()));
    case ExportFormat::Svg:
    case ExportFormat::Png:
    case ExportFormat::Pdf:
        return hasRoom() ? checked(picture()) : QByteArray();
    }
    return {};
}

QByteArray Exporter::jsonLine()
{
    const std::string sentence = sentenceAt(m_moment).text();
    StateLineExtras extras{sentence, nullptr};
    TraceLayout layout;
    if (m_options.layout) {
        layout = layoutOf(shown(), m_moment.now(), m_moment.lexicon());
        extras.layout = &layout;
    }
    return QByteArray::fromStdString(stateLine(*m_document.timeline, m_cursor, extras) + '\n');
}

QByteArray Exporter::picture()
{
    const Picture picture = shown();
    const Sheet sheet(picture, m_theme, sheetOptions());
    if (m_options.format == ExportFormat::Svg)
        return sheetSvg(sheet);
    if (m_options.format == ExportFormat::Png)
        return pngOf(renderSheet(sheet, m_options.scale));
    PdfPages pages(m_options.size);
    pages.add(sheet);
    return pages.take();
}

void Exporter::paint(QPainter &painter, Position position)
{
    seek(position);
    const Picture picture = shown();
    paintSheet(painter, Sheet(picture, m_theme, sheetOptions()));
}

QByteArray Exporter::together(StepSpan steps, std::stop_token stop,
                              const std::function<void(double)> &progress)
{
    m_error.clear();
    const std::size_t most = m_options.animated ? mostAnimatedSteps : mostPages;
    if (steps.count() > most) {
        m_error = (m_options.animated ? exportText("an animation has at most %1 steps, this would have %2")
                                      : exportText("a document has at most %1 pages, this would have %2"))
                      .arg(most)
                      .arg(steps.count());
        return {};
    }
    if (!hasRoom())
        return {};
    const auto goOn = [&](std::size_t step) {
        if (stop.stop_requested())
            return false;
        if (progress)
            progress(double(step - steps.first) / double(steps.count()));
        seek(m_document.timeline->end(step));
        return true;
    };
    if (m_options.format == ExportFormat::Pdf)
        return checked(pages(steps, goOn));
    return checked(m_options.format == ExportFormat::Svg ? animatedSvg(steps, goOn)
                                                         : animatedPng(steps, goOn));
}

QByteArray Exporter::pages(StepSpan steps, const std::function<bool(std::size_t)> &goOn)
{
    PdfPages pages(m_options.size);
    for (std::size_t step = steps.first; step < steps.end; ++step) {
        if (!goOn(step))
            return {};
        const Picture picture = shown();
        pages.add(Sheet(picture, m_theme, sheetOptions()));
    }
    return pages.take();
}

QByteArray Exporter::animatedSvg(StepSpan steps, const std::function<bool(std::size_t)> &goOn)
{
    AnimatedSvg animation(m_options.secondsPerStep);
    for (std::size_t step = steps.first; step < steps.end; ++step) {
        if (!goOn(step))
            return {};
        const Picture picture = shown();
        animation.add(Sheet(picture, m_theme, sheetOptions()));
    }
    return animation.take();
}

QByteArray Exporter::animatedPng(StepSpan steps, const std::function<bool(std::size_t)> &goOn)
{
    AnimatedPng animation;
    Picture before;
    for (std::size_t step = steps.first; step < steps.end; ++step) {
        if (!goOn(step))
            return {};
        const Picture now = shown();
        Transition change(before, now);
        const bool staged = step > steps.first && change.changedCount() > 0;
        for (const Stop &stop : stopsOfAChange) {
            if (!staged)
                break;
            change.setProgress(stop.progress);
            animation.add(renderSheet(Sheet(now, m_theme, sheetOptions(), change), m_options.scale),
                          stop.holdMs);
        }
        const int holdMs = int(m_options.secondsPerStep * 1000) - (staged ? Transition::usualMs : 0);
        animation.add(renderSheet(Sheet(now, m_theme, sheetOptions()), m_options.scale), holdMs);
        before = now;
    }
    return animation.take();
}

} // namespace tetherscope
