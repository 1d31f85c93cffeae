#pragma once

#include "timeline/timeline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tetherscope {

/// One line of output, as far as it was written at a moment.
struct OutputLine
{
    std::string text;
    bool value = false;     ///< not printed: what a bare expression gave; shown behind an arrow
    std::uint32_t step = 0; ///< the step that wrote the last of it
    friend bool operator==(const OutputLine &, const OutputLine &) = default;
};

/// Everything a run printed and showed, line by line; at any moment as much as had been printed by then.
///
/// update() reads each step once. A line that several prints wrote (`end=""`) is one line.
class OutputLog
{
public:
    void update(const Timeline &timeline);

    /// Lines begun at or before the moment.
    std::size_t lineCount(Position position) const;
    /// Requires: line < lineCount(position).
    OutputLine line(std::size_t line, Position position) const;

    /// The first step after this moment that prints or shows something; 0 if none is known.
    std::uint32_t nextPrintingStep(Position position) const;

private:
    /// So long was the line after this moment.
    struct Growth
    {
        Position position;
        std::size_t length = 0;
    };
    struct Line
    {
        std::string text;
        bool value = false;
        std::vector<Growth> growth;
    };

    void write(std::string_view text, Position position, bool ends);
    void show(std::string_view value, Position position);

    std::size_t m_stepsRead = 0;
    bool m_open = false; ///< the last line has not been ended
    std::vector<Line> m_lines;
};

/// "Nothing printed yet. Line 20 prints next." for a pane without lines; without the second clause where
/// nothing is known to print.
std::string nothingPrintedText(const OutputLog &log, const Timeline &timeline, Position position);

} // namespace tetherscope
