#include "cli/commands.h"

#include "export/outputfile.h"
#include "session/batch.h"
#include "trace/jsonwriter.h"

#include <QCoreApplication>

#include <cstdio>

namespace tetherscope::cli {

namespace {

struct Listing
{
    QString name;
    QString title;
    std::size_t steps = 0;
};

std::vector<Listing> listings()
{
    std::vector<Listing> found;
    for (const Preset &preset : presets()) {
        const Document document = runBatch({preset.name, {}}, BatchPlan::Without).document;
        if (document)
            found.push_back(
                {preset.name, QString::fromStdString(document.scenario->title()), document.lastStep()});
    }
    return found;
}

QString asTable(const std::vector<Listing> &listings)
{
    qsizetype nameWidth = 0;
    qsizetype titleWidth = 0;
    for (const Listing &listing : listings) {
        nameWidth = std::max(nameWidth, listing.name.size());
        titleWidth = std::max(titleWidth, listing.title.size());
    }
    QString table;
    for (const Listing &listing : listings) {
        const QString steps = QCoreApplication::translate("Commands", "%1 steps").arg(listing.steps, 3);
        table += listing.name.leftJustified(nameWidth) + QStringLiteral("  ") +
                 listing.title.leftJustified(titleWidth) + QStringLiteral("  ") + steps + u'\n';
    }
    return table;
}

QString asJson(const std::vector<Listing> &listings)
{
    QString lines;
    for (const Listing &listing : listings) {
        JsonWriter json;
        json.beginObject();
        json.field("name", listing.name.toStdString());
        json.field("title", listing.title.toStdString());
        json.field("steps", listing.steps);
        json.endObject();
        lines += QString::fromStdString(json.text()) + u'\n';
    }
    return lines;
}

} // namespace

void complain(const QString &message)
{
    const QByteArray line = message.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

void silenceToolkit()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &message) {
        if (type == QtFatalMsg)
            complain(message);
    });
}

int wrongUsage(const QString &message)
{
    complain(QStringLiteral("tetherscope: error: ") + message +
             QCoreApplication::translate("Commands", "\nSee tetherscope --help."));
    return WrongUsage;
}

int unknownPreset(const QString &name)
{
    QStringList names;
    for (const Preset &preset : presets())
        names.append(preset.name);
    return wrongUsage(
        QCoreApplication::translate("Commands", "unknown preset or verb '%1'; the presets are %2")
            .arg(name, names.join(QStringLiteral(", "))));
}

int say(const QString &text)
{
    OutputFile output({});
    if (output.write(text.toUtf8()) && output.commit())
        return Done;
    complain(output.error());
    return AtFault;
}

int list(const Arguments &arguments)
{
    const std::vector<Listing> found = listings();
    return say(arguments.json ? asJson(found) : asTable(found));
}

int check(const Arguments &arguments)
{
    const std::optional<Source> source = sourceNamed(arguments.scenario);
    if (!source)
        return unknownPreset(arguments.scenario);
    const BatchResult result = runBatch(*source, BatchPlan::Without);
    std::vector<Diagnostic> faults = result.diagnostics;
    if (result.document.outcome.fault)
        faults.push_back(*result.document.outcome.fault);
    for (const Diagnostic &fault : faults)
        complain(QString::fromStdString(format(source->name.toStdString(), fault)));
    return faults.empty() ? Done : AtFault;
}

} // namespace tetherscope::cli
