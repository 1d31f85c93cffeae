#pragma once

#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"

namespace tetherscope::vm {

/// Visits each member with its hash, which is asked for only where it is not known.
template<typename Visit>
bool forEachHashed(Interpreter &vm, const Value &from, Visit &&visit)
{
    const auto walk = [&](const auto &entries) {
        for (std::size_t at = 0; at < entries.size(); ++at) { // __eq__ may change it
            const Value key = entries[at].key;
            const std::int64_t hash = entries[at].hash;
            if (!key.empty() && (!vm.tick() || !visit(key, hash)))
                return false;
        }
        return true;
    };
    if (const auto *set = from.to<SetObject>())
        return walk(set->table());
    if (const auto *dict = from.to<DictObject>())
        return walk(dict->entries());
    return forEach(vm, from, [&](const Value &member) {
        const std::optional<std::int64_t> hash = hashOf(vm, member);
        return hash && visit(member, *hash);
    });
}

} // namespace tetherscope::vm
