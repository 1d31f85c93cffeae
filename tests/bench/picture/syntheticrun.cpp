#include "syntheticrun.h"

#include "runbuilder.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tetherscope {

namespace {

constexpr std::size_t rowsOfATable = 24;
constexpr std::size_t longestChain = 6;
constexpr std::size_t near = 60; ///< edges across lead to a chain that was made not long before

class Maker
{
public:
    explicit Maker(const SyntheticRun &wanted)
        : m_random(wanted.seed)
    {
        while (m_alive.size() < wanted.objects)
            addChain(std::min(wanted.objects - m_alive.size(), 1 + below(longestChain)));
        addTables(wanted.objects / 10);
        endStep();
        for (std::size_t i = 0; i < wanted.steps; ++i)
            change();
    }

    Timeline take() { return m_run.take(); }

private:
    /// Drawn alike by every standard library, other than by the standard's distributions.
    std::size_t below(std::size_t end) { return m_random() % end; }
    ObjectId any() { return m_alive[below(m_alive.size())]; }

    ObjectId addObject()
    {
        constexpr std::array<std::string_view, 4> types{"Node", "Date", "Account", "Session"};
        const ObjectId object = m_run.words().addObject(types[below(types.size())], ObjectKind::Instance);
        m_run.record(events::create(object));
        return object;
    }

    /// A name that holds the first of some objects, each of which holds the next.
    void addChain(std::size_t length)
    {
        const ObjectId first = addObject();
        m_run.set(newName(), first);
        m_alive.push_back(first);
        for (std::size_t i = 1; i < length; ++i)
            grow(m_alive.back());
        if (below(2) == 0)
            m_run.set(slot(m_alive.back(), "peer"), m_alive[neighbour()]);
    }

    std::size_t neighbour() { return m_alive.size() - 1 - below(std::min(m_alive.size(), near)); }

    void grow(ObjectId owner)
    {
        const ObjectId next = addObject();
        m_run.set(slot(owner, "next"), next);
        if (below(3) == 0)
            m_run.setValue(slot(next, "value"), m_run.words().text(std::to_string(below(100))));
        m_alive.push_back(next);
    }

    SlotId slot(ObjectId owner, std::string_view text) { return m_run.words().slot(owner, text); }
    NameId newName()
    {
        m_names.push_back(m_run.words().name(m_run.module(), "name_" + std::to_string(m_names.size())));
        return m_names.back();
    }

    /// Sets whose rows watch objects.
    void addTables(std::size_t rows)
    {
        for (std::size_t row = 0; row < rows; ++row) {
            if (row % rowsOfATable == 0) {
                m_table = m_run.words().addObject("WeakValueDictionary", ObjectKind::Other);
                m_run.record(events::create(m_table));
                m_run.set(newName(), m_table);
            }
            const std::string key = "[" + std::to_string(row) + "]";
            const SlotId watched = m_run.words().slot(m_table, key, SlotStrength::Weak);
            m_run.record(events::weaken(watched, any()));
        }
    }

    void change()
    {
        switch (below(4)) {
        case 0:
            comeOrGo();
            break;
        case 1:
            m_run.set(slot(any(), "peer"), any());
            break;
        case 2:
            m_run.set(slot(any(), "other"), any());
            break;
        default:
            m_run.setValue(slot(any(), "value"), m_run.words().text(std::to_string(below(100))));
        }
        endStep();
    }

    /// An object that only a name of its own holds; the next time it goes again.
    void comeOrGo()
    {
        if (!m_passing) {
            m_passing = addObject();
            return m_run.set(newName(), m_passing);
        }
        m_run.remove(m_names.back());
        m_run.kill(std::exchange(m_passing, {}));
    }

    void endStep()
    {
        m_run.endStep({.line = ++m_line, .scope = m_run.module(), .kind = StatementKind::Assign});
    }

    std::mt19937 m_random;
    RunBuilder m_run;
    std::vector<ObjectId> m_alive;
    std::vector<NameId> m_names;
    ObjectId m_table;
    ObjectId m_passing; ///< held by the last of the names
    std::uint32_t m_line = 0;
};

} // namespace

Timeline makeRun(const SyntheticRun &wanted)
{
    return Maker(wanted).take();
}

} // namespace tetherscope
