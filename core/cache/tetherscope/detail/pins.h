#pragma once

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace tetherscope::detail {

/// The handles that a cache itself holds. Objects end with the lock released.
template<typename Handle>
class Pins
{
public:
    void add(Handle handle)
    {
        const std::scoped_lock lock(m_mutex);
        if (find(handle.get()) == m_handles.end())
            m_handles.push_back(std::move(handle));
    }
    bool remove(const typename Handle::element_type *object) noexcept
    {
        Handle removed;
        const std::scoped_lock lock(m_mutex);
        const auto found = find(object);
        if (found == m_handles.end())
            return false;
        removed.swap(*found);
        m_handles.erase(found);
        return true;
    } // the lock goes before the handle

    void clear() noexcept
    {
        std::vector<Handle> removed;
        const std::scoped_lock lock(m_mutex);
        removed.swap(m_handles);
    }

private:
    auto find(const typename Handle::element_type *object)
    {
        return std::find_if(m_handles.begin(), m_handles.end(),
                            [object](const Handle &handle) { return handle.get() == object; });
    }

    std::mutex m_mutex;
    std::vector<Handle> m_handles;
};

} // namespace tetherscope::detail
