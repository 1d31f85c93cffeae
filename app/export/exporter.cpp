#include "export/exporter.h"

#include "analysis/mark.h"
#include "analysis/sentence.h"
#include "canvas/compose.h"
#include "canvas/render.h"
#include "export/picturelayout.h"
#include "layout/dotexport.h"
#include "trace/stateline.h"

#include <QBuffer>

namespace tetherscope {

namespace {

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

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
    }
    return {};
}

bool needsPicture(const ExportOptions &options)
{
    return options.layout || options.format == ExportFormat::Svg || options.format == ExportFormat::Png;
}

Exporter::Exporter(const Document &document, const ExportOptions &options)
    : m_document(document)
    , m_options(options)
    , m_cursor(*document.timeline)
    , m_moment(*document.timeline)
{
    if (needsPicture(options))
        m_measure.emplace();
}

QByteArray Exporter::at(Position position)
{
    m_cursor.seek(position);
    m_moment.seek(position);
    switch (m_options.format) {
    case ExportFormat::Json:
        return jsonLine();
    case ExportFormat::Dot:
        return QByteArray::fromStdString(dotText(m_cursor.graph(), m_moment.lexicon()));
    case ExportFormat::Svg:
    case ExportFormat::Png:
        return picture();
    }
    return {};
}

QByteArray Exporter::jsonLine()
{
    const std::string sentence = sentenceAt(m_moment).text();
    StateLineExtras extras{sentence, nullptr};
    TraceLayout layout;
    if (m_options.layout) {
        const StepMarks marks = marksAt(m_moment);
        const Picture shown = composePicture(m_moment, marks, *m_document.plan, *m_measure);
        layout = layoutOf(shown, m_moment.now(), m_moment.lexicon());
        extras.layout = &layout;
    }
    return QByteArray::fromStdString(stateLine(*m_document.timeline, m_cursor, extras) + '\n');
}

QByteArray Exporter::picture()
{
    const Theme theme = m_options.dark ? darkTheme() : lightTheme();
    const Picture shown = composePicture(m_moment, marksAt(m_moment), *m_document.plan, *m_measure);
    if (m_options.format == ExportFormat::Svg)
        return pictureSvg(shown, theme, m_options.size);
    return pngOf(renderPicture(shown, theme, m_options.size));
}

} // namespace tetherscope
