#include "cli/commands.h"

#include "export/exporter.h"
#include "export/outputfile.h"
#include "session/batch.h"

#include <QCoreApplication>
#include <QDir>

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
    return options;
}

/// The steps from `first` to before `end`; nothing if there is no such step.
struct Steps
{
    std::size_t first = 0;
    std::size_t end = 0;
};

std::optional<Steps> stepsOf(const StepRange &range, const Timeline &timeline)
{
    const std::size_t count = timeline.stepCount();
    switch (range.kind) {
    case StepRange::Kind::First:
        return Steps{0, 1};
    case StepRange::Kind::Last:
        return Steps{count - 1, count};
    case StepRange::Kind::All:
        return Steps{0, count};
    case StepRange::Kind::Number:
        return range.number < count ? std::optional(Steps{range.number, range.number + 1UL}) : std::nullopt;
    }
    return std::nullopt;
}

/// All the steps into one file; false once something could not be written, which has been said.
bool writeFile(Exporter &exporter, const Timeline &timeline, Steps steps, const QString &path)
{
    OutputFile output(path);
    for (std::size_t step = steps.first; step < steps.end && output.error().isEmpty(); ++step) {
        const QByteArray bytes = exporter.at(timeline.end(step));
        if (bytes.isEmpty()) {
            complain(path + QStringLiteral(": error: ") +
                     QCoreApplication::translate("Commands", "the picture is too large for the memory"));
            return false;
        }
        output.write(bytes);
    }
    if (output.commit())
        return true;
    complain(output.error());
    return false;
}

/// Each step into a file of its own, numbered so that they sort.
bool writeFolder(Exporter &exporter, const Timeline &timeline, const Arguments &arguments)
{
    if (!QDir().mkpath(arguments.out)) {
        complain(arguments.out + QStringLiteral(": error: ") +
                 QCoreApplication::translate("Commands", "cannot make this folder"));
        return false;
    }
    const std::size_t count = timeline.stepCount();
    const int digits = static_cast<int>(QString::number(count - 1).size());
    const QString suffix = suffixOf(static_cast<ExportFormat>(arguments.format));
    for (std::size_t step = 0; step < count; ++step) {
        const QString name = QStringLiteral("step-%1.%2").arg(step, digits, 10, QLatin1Char('0')).arg(suffix);
        if (!writeFile(exporter, timeline, {step, step + 1}, QDir(arguments.out).filePath(name)))
            return false;
    }
    return true;
}

bool writeSteps(const Document &document, Steps steps, const Arguments &arguments)
{
    Exporter exporter(document, optionsOf(arguments));
    const bool toFolder =
        arguments.step && arguments.step->kind == StepRange::Kind::All && arguments.format != Format::Json;
    return toFolder ? writeFolder(exporter, *document.timeline, arguments)
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
    const std::optional<Steps> steps =
        stepsOf(arguments.step.value_or(StepRange{}), *result.document.timeline);
    const bool written = steps && writeSteps(result.document, *steps, arguments);
    if (fault)
        complain(fromUtf8(format(source->name.toStdString(), *fault)));
    if (!steps) {
        const int usage =
            wrongUsage(QCoreApplication::translate("Commands", "step %1 is out of range: the last step is %2")
                           .arg(arguments.step->number)
                           .arg(result.document.lastStep()));
        return fault ? int(AtFault) : usage;
    }
    return written && !fault ? Done : AtFault;
}

} // namespace tetherscope::cli
