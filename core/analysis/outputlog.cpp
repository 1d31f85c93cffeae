#include "analysis/outputlog.h"

#include "analysis/text.h"

#include <algorithm>
#include <iterator>

namespace tetherscope {

void OutputLog::update(const Timeline &timeline)
{
    for (; m_stepsRead < timeline.stepCount(); ++m_stepsRead) {
        const auto step = static_cast<std::uint32_t>(m_stepsRead);
        const std::span<const Event> events = timeline.events(step);
        for (std::uint32_t i = 0; i < events.size(); ++i)
            if (events[i].kind == EventKind::Print)
                write(timeline.lexicon().text(events[i].text), {step, i + 1}, !events[i].flag);
        if (const TextId value = timeline.step(step).value)
            show(timeline.lexicon().text(value), timeline.end(step));
    }
}

void OutputLog::write(std::string_view text, Position position, bool ends)
{
    if (!m_open)
        m_lines.emplace_back();
    Line &line = m_lines.back();
    line.text += text;
    line.growth.push_back({position, line.text.size()});
    m_open = !ends;
}

void OutputLog::show(std::string_view value, Position position)
{
    m_open = false; // a value never goes on with what was printed
    write(value, position, true);
    m_lines.back().value = true;
}

std::size_t OutputLog::lineCount(Position position) const
{
    const auto end = std::partition_point(m_lines.begin(), m_lines.end(), [position](const Line &line) {
        return line.growth.front().position <= position;
    });
    return static_cast<std::size_t>(end - m_lines.begin());
}

OutputLine OutputLog::line(std::size_t number, Position position) const
{
    const Line &line = m_lines[number];
    const auto end =
        std::partition_point(line.growth.begin(), line.growth.end(),
                             [position](const Growth &growth) { return growth.position <= position; });
    const Growth &last = *std::prev(end);
    return {line.text.substr(0, last.length), line.value, last.position.step};
}

std::uint32_t OutputLog::nextPrintingStep(Position position) const
{
    for (std::size_t i = lineCount(position); i < m_lines.size(); ++i)
        if (m_lines[i].growth.front().position.step > position.step)
            return m_lines[i].growth.front().position.step;
    return 0;
}

std::string nothingPrintedText(const OutputLog &log, const Timeline &timeline, Position position)
{
    const std::uint32_t next = log.nextPrintingStep(position);
    const std::uint32_t line = next == 0 ? 0 : timeline.step(next).line;
    if (line == 0)
        return "Nothing printed yet.";
    return "Nothing printed yet. Line " + decimal(line) + " prints next.";
}

} // namespace tetherscope
