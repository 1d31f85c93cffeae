#include "session/search.h"

#include <algorithm>

namespace tetherscope {

namespace {

QString unicode(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// One search through one moment.
class Search
{
public:
    Search(const QString &text, const Moment &moment)
        : m_text(text)
        , m_moment(moment)
        , m_lexicon(moment.lexicon())
    {
    }

    Findings run() const
    {
        Findings findings;
        for (const NameId name : m_moment.now().boundNames())
            if (fits(name))
                findings.here.push_back({Target::of(name)});
        for (const ObjectId object : m_moment.now().living())
            if (fits(object))
                findings.here.push_back({Target::of(object)});
        for (std::size_t i = 1; i <= m_lexicon.cacheCount(); ++i)
            if (const CacheId cache{static_cast<std::uint32_t>(i)}; fits(cache))
                findings.here.push_back({Target::of(cache)});
        findings.dead = dead();
        return findings;
    }

private:
    bool has(std::string_view text) const { return unicode(text).contains(m_text, Qt::CaseInsensitive); }

    bool fits(NameId name) const
    {
        return has(m_lexicon.nameText(name)) || has(m_lexicon.text(m_moment.now().binding(name).value));
    }

    /// By its id, which has the type in it, or by a slot's name or value. Of the dead the graph keeps them.
    bool fits(ObjectId object) const
    {
        if (has(m_lexicon.label(object)))
            return true;
        const std::span<const SlotId> all = m_lexicon.slotsOf(object);
        return std::any_of(all.begin(), all.end(), [this](SlotId slot) {
            const SlotState state = m_moment.now().slot(slot);
            return state.filled() && (has(m_lexicon.slotText(slot)) || has(m_lexicon.text(state.value)));
        });
    }

    bool fits(CacheId cache) const
    {
        if (!m_moment.now().cache(cache).exists())
            return false;
        const IdRange<EntryId> rows = m_moment.now().presentEntries(cache);
        return has(m_lexicon.text(m_lexicon.cache(cache).name)) ||
               std::any_of(rows.begin(), rows.end(),
                           [this](EntryId entry) { return has(m_lexicon.text(m_lexicon.entry(entry).key)); });
    }

    std::vector<Finding> dead() const
    {
        std::vector<Finding> found;
        for (std::size_t i = 1; i <= m_lexicon.objectCount(); ++i) {
            const ObjectId object{static_cast<std::uint32_t>(i)};
            if (m_moment.now().alive(object) || !fits(object))
                continue;
            if (const std::optional<std::uint32_t> step = deathOf(object))
                found.push_back({Target::of(object), *step});
        }
        std::stable_sort(found.begin(), found.end(), [](const Finding &left, const Finding &right) {
            return left.diedIn > right.diedIn;
        });
        return found;
    }

    /// Nothing if it is not born yet. Requires: it is not alive.
    std::optional<std::uint32_t> deathOf(ObjectId object) const
    {
        const std::span<const std::uint32_t> events = m_moment.history().eventsOf(object);
        if (events.empty() || events.front() >= m_moment.firstEvent() + m_moment.events().size())
            return std::nullopt;
        return m_moment.timeline().positionOfEvent(events.back() + 1).step;
    }

    const QString &m_text;
    const Moment &m_moment;
    const Lexicon &m_lexicon;
};

} // namespace

Findings findingsFor(const QString &text, const Moment &moment)
{
    return text.isEmpty() ? Findings() : Search(text, moment).run();
}

} // namespace tetherscope
