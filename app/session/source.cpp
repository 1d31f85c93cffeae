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
    return path.isEmpty() ? name + QStringLiteral(".py") : QFileInfo(path).fileName();
}

QString Source::baseName() const
{
    return path.isEmpty() ? name : QFileInfo(path).completeBaseName();
}

std::vector<Preset> presets()
{
    const QString start = groupText(QT_TRANSLATE_NOOP("Presets", "Start here"));
    const QString holders = groupText(QT_TRANSLATE_NOOP("Presets", "Who holds what"));
    const QString caches = groupText(QT_TRANSLATE_NOOP("Presets", "Caches"));
    const QString faults = groupText(QT_TRANSLATE_NOOP("Presets", "Caches that go wrong"));
    const QString cycles = groupText(QT_TRANSLATE_NOOP("Presets", "Cycles"));
    const QString ends = groupText(QT_TRANSLATE_NOOP("Presets", "How objects end"));
    return {{QStringLiteral("refcounts"), start},
            {QStringLiteral("aliases"), start},
            {QStringLiteral("default-argument-trap"), holders},
            {QStringLiteral("closure-holds"), holders},
            {QStringLiteral("exception-holds-frame"), holders},
            {QStringLiteral("date-cache"), caches},
            {QStringLiteral("weak-cache"), caches},
            {QStringLiteral("hit-or-miss"), caches},
            {QStringLiteral("flyweight-glyphs"), caches},
            {QStringLiteral("identity-map"), caches},
            {QStringLiteral("two-level-cache"), caches},
            {QStringLiteral("strong-cache-leak"), faults},
            {QStringLiteral("dead-entry-returns-none"), faults},
            {QStringLiteral("two-live-one-key"), faults},
            {QStringLiteral("value-holds-key"), faults},
            {QStringLiteral("stale-eviction"), faults},
            {QStringLiteral("cycle-and-collector"), cycles},
            {QStringLiteral("tree-weak-parent"), cycles},
            {QStringLiteral("death-order"), ends},
            {QStringLiteral("callbacks"), ends},
            {QStringLiteral("finalize"), ends},
            {QStringLiteral("observers"), ends},
            {QStringLiteral("resurrection"), ends}};
}

Source fileSource(const QString &path)
{
    return {path, path};
}

Source newSource(const QString &name, const QString &text)
{
    return {name, {}, std::make_shared<const std::string>(text.toStdString()), true};
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
    if (source.draft)
        return parseScenario(*source.draft);
    if (!source.isPreset())
        return readScenario(QFile::encodeName(source.path).toStdString());
    QFile file(presetPath(source.name));
    if (!file.open(QIODevice::ReadOnly))
        return {nullptr, {Diagnostic{{}, "the built-in scenario is missing", {}}}};
    const QByteArray text = file.readAll();
    return parseScenario(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

} // namespace tetherscope
