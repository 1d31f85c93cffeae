#include "models/outputmodel.h"

namespace tetherscope {

void OutputModel::readStep(std::size_t step)
{
    const auto number = static_cast<std::uint32_t>(step);
    const std::span<const Event> events = timeline().events(step);
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        if (events[i].kind == EventKind::Print) {
            m_lines.push_back({events[i].text, false});
            addRow({number, i + 1});
        }
    }
    if (const TextId value = timeline().step(step).value) {
        m_lines.push_back({value, true});
        addRow(timeline().end(step));
    }
}

std::uint32_t OutputModel::nextPrintingLine() const
{
    const int shown = rowCount();
    if (static_cast<std::size_t>(shown) >= knownRows())
        return 0;
    return timeline().step(when(shown).step).line;
}

QVariant OutputModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: {
        const std::string_view text = timeline().lexicon().text(line.text);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    case IsValueRole:
        return line.value;
    case IsOfShownStepRole:
        return belongsToShownStep(index.row());
    default:
        return {};
    }
}

} // namespace tetherscope
