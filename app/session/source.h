#pragma once

#include "syntax/scenario.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tetherscope {

/// Where a scenario's text comes from: a preset that is built in, a file, or a person who is writing it.
struct Source
{
    QString name; ///< as messages call it: the preset's name, or the file as it was asked for
    QString path; ///< of a file; empty for a preset
    /// The text, where it is not as it is kept: edited, or new and never saved.
    std::shared_ptr<const std::string> draft = nullptr;
    bool isNew = false; ///< belongs to no preset or file yet

    bool isPreset() const { return path.isEmpty() && !isNew; }
    /// Whether both are versions of the same text.
    bool isSamePlace(const Source &other) const
    {
        return name == other.name && path == other.path && isNew == other.isNew;
    }
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
/// A scenario that is being written, and has no file yet.
Source newSource(const QString &name, const QString &text);
/// What a command's FILE|PRESET means: with a path separator or an ending it is a file (that need not exist),
/// else a preset; nothing if there is no such preset.
std::optional<Source> sourceNamed(const QString &argument);

/// Reads and parses; nothing runs. May take long for a large file.
ParseResult read(const Source &source);

} // namespace tetherscope
