#pragma once

#include "syntax/scenario.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tetherscope {

/// Where a scenario's text comes from: a preset that is built in, or a file.
struct Source
{
    QString name; ///< as messages call it: the preset's name, or the file as it was asked for
    QString path; ///< of a file; empty for a preset

    bool isPreset() const { return path.isEmpty(); }
    /// What stands above the code: "weak-cache.py".
    QString fileName() const;
    /// "weak-cache", for the head of a window and for suggested file names.
    QString baseName() const;
    friend bool operator==(const Source &, const Source &) = default;
};

/// A built-in scenario and the group of the start page it stands in.
struct Preset
{
    QString name;
    QString group;
};

/// In the order in which they are shown.
std::vector<Preset> presets();

Source fileSource(const QString &path);
/// What a command's FILE|PRESET means: with a path separator or an ending it is a file (that need not exist),
/// else a preset; nothing if there is no such preset.
std::optional<Source> sourceNamed(const QString &argument);

/// Reads and parses; nothing runs. May take long for a large file.
ParseResult read(const Source &source);

} // namespace tetherscope
