#include "session/followedstep.h"

#include <algorithm>

namespace tetherscope {

namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    lines.push_back(text);
    return lines;
}

/// How often the line's statement has been done, up to and with the step.
std::size_t timesDone(const Timeline &timeline, std::uint32_t step)
{
    std::size_t times = 0;
    for (std::uint32_t earlier = 1; earlier <= step; ++earlier)
        times += timeline.step(earlier).line == timeline.step(step).line ? 1 : 0;
    return times;
}

/// The step in which the line's statement is done for the n-th time; 0 if it is not.
std::uint32_t stepOfTime(const Timeline &timeline, std::uint32_t line, std::size_t times)
{
    for (std::uint32_t step = 1; step < timeline.stepCount(); ++step) {
        if (timeline.step(step).line == line && --times == 0)
            return step;
    }
    return 0;
}

} // namespace

TextChange::TextChange(std::string_view before, std::string_view after)
{
    const std::vector<std::string_view> old = linesOf(before);
    const std::vector<std::string_view> now = linesOf(after);
    m_linesBefore = static_cast<std::uint32_t>(old.size());
    m_linesAfter = static_cast<std::uint32_t>(now.size());
    const auto heads = std::mismatch(old.begin(), old.end(), now.begin(), now.end());
    m_head = static_cast<std::uint32_t>(heads.first - old.begin());
    const auto tails = std::mismatch(old.rbegin(), old.rend(), now.rbegin(), now.rend());
    m_tail = std::min(static_cast<std::uint32_t>(tails.first - old.rbegin()),
                      std::min(m_linesBefore, m_linesAfter) - m_head);
}

std::uint32_t TextChange::lineAfter(std::uint32_t line) const
{
    if (line <= m_head)
        return line;
    if (line > m_linesBefore - m_tail)
        return line + m_linesAfter - m_linesBefore;
    return line <= m_linesAfter - m_tail ? line : 0;
}

std::uint32_t followedStep(const Timeline &before, std::uint32_t step, const Timeline &after,
                           const TextChange &change)
{
    for (; step > 0; --step) {
        const std::uint32_t line = change.lineAfter(before.step(step).line);
        if (line == 0)
            continue;
        if (const std::uint32_t found = stepOfTime(after, line, timesDone(before, step)); found != 0)
            return found;
    }
    return 0;
}

} // namespace tetherscope
