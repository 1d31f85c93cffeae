#include "cli/commands.h"

#include "export/exporter.h"
#include "export/outputfile.h"
#include "session/batch.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace tetherscope::cli {

namespace {

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

ExportOptions optionsOf(const Arguments &arguments)
{
    ExportOptions options;
    options.format = static_cast<ExportFormat>(arguments.format);
    options.layout = arguments.layout;
    options.dark = arguments.dark;
    options.size = arguments.size.value_or(options.size);
    options.scale = arguments.scale;
    options.ground = arguments.transparent ? Ground::Transparent : Ground::Paper;
    options.legend = arguments.legend;
    options.captioned = arguments.sentence;
    options.animated = arguments.animate;
    options.secondsPerStep = arguments.secondsPerStep.value_or(options.secondsPerStep);
    return options;
}

/// Nothing if there are no such steps.
std::optional<StepSpan> stepsOf(const StepRange &range, const Timeline &timeline)
{
    const std::size_t count = timeline.stepCount();
    switch (range.kind) {
    case StepRange::Kind::First:
        return StepSpan{0, 1};
    case StepRange::Kind::Last:
        return StepSpan{count - 1, count};
    case StepRange::Kind::All:
        return StepSpan{0, count};
    case StepRange::Kind::Number:
        return range.number < count ? std::optional(StepSpan{range.number, range.number + 1UL})
                                    : std::nullopt;
    case StepRange::Kind::Span:
        return range.last < count ? std::optional(StepSpan{range.number, range.last + 1UL}) : std::nullopt;
    }
    return std::nullopt;
}

bool complainOf(const QString &path, const QString &error)
{
    complain(path + QStringLiteral(": error: ") + error);
    return false;
}

/// Ends a file that has been written, or was to be; what is wrong with it is said.
bool finish(OutputFile &output)
{
    if (output.commit())
        return true;
    complain(output.error());
    return false;
}

/// All the steps into one file, one at a time; false once something could not be written.
bool writeFile(Exporter &exporter, const Timeline &timeline, StepSpan steps, const QString &path)
{
    OutputFile output(path);
    for (std::size_t step = steps.first; step < steps.end && output.error().isEmpty(); ++step) {
        const QByteArray bytes = exporter.at(timeline.end(step));
        if (bytes.isEmpty())
            return complainOf(path, exporter.error());
        output.write(bytes);
    }
    return finish(output);
}

/// The steps as one document: nothing is written before all of it is there.
bool writeTogether(Exporter &exporter, StepSpan steps, const QString &path)
{
    OutputFile output(path);
    if (!output.error().isEmpty())
        return finish(output);
    const QByteArray bytes = exporter.together(steps);
    if (bytes.isEmpty())
        return complainOf(path, exporter.error());
    output.write(bytes);
    return finish(output);
}

/// Each step into a file of its own, numbered so that they sort.
bool writeFolder(Exporter &exporter, const Timeline &timeline, StepSpan steps, const Arguments &arguments)
{
    if (!QDir().mkpath(arguments.out))
        return complainOf(arguments.out, QCoreApplication::translate("Commands", "cannot make this folder"));
    const int digits = static_cast<int>(QString::number(timeline.stepCount() - 1).size());
    const QString suffix = suffixOf(static_cast<ExportFormat>(arguments.format));
    for (std::size_t step = steps.first; step < steps.end; ++step) {
        const QString name = QStringLiteral("step-%1.%2").arg(step, digits, 10, QLatin1Char('0')).arg(suffix);
        if (!writeFile(exporter, timeline, {step, step + 1}, QDir(arguments.out).filePath(name)))
            return false;
    }
    return true;
}

bool writeSteps(const Document &document, StepSpan steps, const Arguments &arguments)
{
    const ExportOptions options = optionsOf(arguments);
    Exporter exporter(document, options);
    if (isOneFile(options))
        return writeTogether(exporter, steps, arguments.out);
    const bool toFolder = arguments.step && arguments.step->several() && arguments.format != Format::Json;
    return toFolder ? writeFolder(exporter, *document.timeline, steps, arguments)
                    : writeFile(exporter, *document.timeline, steps, arguments.out);
}

} // namespace

bool showsPicture(const Arguments &arguments)
{
    return needsPicture(optionsOf(arguments));
}

int exportSteps(const Arguments &arguments)
{
    const std::optional<Source> source = sourceNamed(arguments.scenario);
    if (!source)
        return unknownPreset(arguments.scenario);
    const BatchResult result =
        runBatch(*source, showsPicture(arguments) ? BatchPlan::With : BatchPlan::Without);
    for (const Diagnostic &fault : result.diagnostics)
        complain(fromUtf8(format(source->name.toStdString(), fault)));
    if (!result.document)
        return AtFault;

    const std::optional<Diagnostic> &fault = result.document.outcome.fault;
    const std::optional<StepSpan> steps =
        stepsOf(arguments.step.value_or(StepRange{}), *result.document.timeline);
    const bool written = steps && writeSteps(result.document, *steps, arguments);
    if (fault)
        complain(fromUtf8(format(source->name.toStdString(), *fault)));
    if (!steps) {
        const int usage =
            wrongUsage(QCoreApplication::translate("Commands", "step %1 is out of range: the last step is %2")
                           .arg(std::max(arguments.step->number, arguments.step->last))
                           .arg(result.document.lastStep()));
        return fault ? int(AtFault) : usage;
    }
    return written && !fault ? Done : AtFault;
}

} // namespace tetherscope::cli
