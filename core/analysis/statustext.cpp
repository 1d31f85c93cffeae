#include "analysis/statustext.h"

#include "analysis/facts.h"
#include "analysis/text.h"

namespace tetherscope {

namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return decimal(count) + ' ' + std::string(count == 1 ? one : many);
}

struct Figures
{
    std::size_t objects = 0;
    std::size_t strong = 0;
    std::size_t unreachable = 0;
};

Figures figuresAt(const Moment &moment)
{
    Figures figures{0, moment.now().strongEdgeCount(), 0};
    for (const ObjectId object : moment.now().living()) {
        if (moment.lexicon().object(object).kind == ObjectKind::WeakReference)
            figures.strong -= moment.now().object(object).held;
        else
            ++figures.objects;
        figures.unreachable += moment.unreachableNow(object) ? 1 : 0;
    }
    return figures;
}

void addSharedKeys(const Moment &moment, StatusText &status)
{
    const std::vector<SameKey> shared = sameKeysAt(moment);
    if (shared.empty())
        return;
    Alarm alarm;
    for (const SameKey &key : shared)
        alarm.objects.insert(alarm.objects.end(), key.objects.begin(), key.objects.end());
    const bool pair = alarm.objects.size() == 2 * shared.size();
    alarm.text = counted(shared.size(), "key with ", "keys with ") +
                 (pair ? "two live objects" : "several live objects");
    status.alarms.push_back(std::move(alarm));
}

} // namespace

StatusText statusAt(const Moment &moment)
{
    const Figures figures = figuresAt(moment);
    StatusText status;
    status.figures = {counted(figures.objects, "object", "objects"), decimal(figures.strong) + " strong",
                      decimal(moment.now().weakEdgeCount()) + " weak",
                      figures.unreachable == 0 ? "nothing unreachable"
                                               : decimal(figures.unreachable) + " unreachable"};
    addSharedKeys(moment, status);
    return status;
}

} // namespace tetherscope
