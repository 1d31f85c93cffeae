#include "session/source.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tetherscope {

namespace {

QString presetPath(const QString &name)
{
    return QStringLiteral(":/scenarios/%1.py").arg(name);
}

QString groupText(const char *text)
{
    return QCoreApplication::translate("Presets", text);
}

} // namespace

QString Source::fileName() const
{
    return isPreset() ? name + QStringLiteral(".py") : QFileInfo(path).fileName();
}

QString Source::baseName() const
{
    return isPreset() ? name : QFileInfo(path).completeBaseName();
}

std::vector<Preset> presets()
{
    const QString start = groupText(QT_TRANSLATE_NOOP("Presets", "Start here"));
    const QString caches = groupText(QT_TRANSLATE_NOOP("Presets", "Caches"));
    return {{QStringLiteral("refcounts"), start},
            {QStringLiteral("date-cache"), caches},
            {QStringLiteral("weak-cache"), caches}};
}

Source fileSource(const QString &path)
{
    return {path, path};
}

std::optional<Source> sourceNamed(const QString &argument)
{
    if (argument.contains(u'/') || argument.contains(u'.'))
        return fileSource(argument);
    const std::vector<Preset> known = presets();
    const bool found = std::any_of(known.begin(), known.end(),
                                   [&argument](const Preset &preset) { return preset.name == argument; });
    return found ? std::optional(Source{argument, {}}) : std::nullopt;
}

ParseResult read(const Source &source)
{
    if (!source.isPreset())
        return readScenario(QFile::encodeName(source.path).toStdString());
    QFile file(presetPath(source.name));
    if (!file.open(QIODevice::ReadOnly))
        return {nullptr, {Diagnostic{{}, "the built-in scenario is missing", {}}}};
    const QByteArray text = file.readAll();
    return parseScenario(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

} // namespace tetherscope
