#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace tetherscope::cli {

enum class Verb { Window, List, Check, Export, Help, Version };
enum class Format { Json, Dot, Svg, Png, Pdf };

/// Which steps a command is about.
struct StepRange
{
    enum class Kind { Number, First, Last, All, Span };
    Kind kind = Kind::Last;
    std::uint32_t number = 0; ///< of Span: the first
    std::uint32_t last = 0;   ///< of Span

    bool several() const { return kind == Kind::All || kind == Kind::Span; }
};

/// A command line, understood. What it names need not exist.
struct Arguments
{
    Verb verb = Verb::Window;
    std::optional<Verb> helpFor; ///< of Help: the verb it was asked for
    QString scenario;            ///< FILE or PRESET; may be empty for the window
    bool json = false;           ///< of List
    Format format = Format::Json;
    std::optional<StepRange> step;
    bool layout = false;
    bool dark = false;
    std::optional<QSize> size;
    int scale = 1;
    bool transparent = false;
    bool legend = false;
    bool sentence = false;
    bool animate = false;
    std::optional<double> secondsPerStep;
    QString out; ///< empty or "-": standard output
};

/// Either arguments or one message about what is wrong with them.
struct ParsedArguments
{
    std::optional<Arguments> arguments;
    QString error;
};

/// `words`: the command line without the program's name.
ParsedArguments parseArguments(const QStringList &words);

QString helpText(std::optional<Verb> verb = {});

} // namespace tetherscope::cli
