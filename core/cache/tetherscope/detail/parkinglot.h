#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>

namespace tetherscope::detail {

/// Where threads sleep that wait for locks too small to have a queue of their own (the idea is WebKit's). An
/// address says which lock is meant, and is never followed: the lock may be gone when its wake-up comes.
class ParkingLot
{
public:
    static ParkingLot &instance()
    {
        static ParkingLot *lot = new ParkingLot; // never destroyed: caches of static life may still lock
        return *lot;
    }

    /// Sleeps until wake() for the address, unless `isNeedless()` when nobody can call that any more; a
    /// moment at the longest, because a waker may have looked for sleepers just before this one came.
    template<typename IsNeedless>
    void park(const void *address, IsNeedless isNeedless)
    {
        constexpr std::chrono::milliseconds longest(1);
        Place &place = placeOf(address);
        std::unique_lock lock(place.mutex);
        if (!isNeedless())
            place.wake.wait_for(lock, longest);
    }
    /// All who sleep there, and perhaps some who wait for another lock: each looks at its own again.
    void wake(const void *address)
    {
        Place &place = placeOf(address);
        const std::scoped_lock lock(place.mutex);
        place.wake.notify_all();
    }

private:
    struct Place
    {
        std::mutex mutex;
        std::condition_variable wake;
    };

    Place &placeOf(const void *address) noexcept
    {
        return m_places[reinterpret_cast<std::uintptr_t>(address) / 64 % m_places.size()];
    }

    std::array<Place, 16> m_places;
};

} // namespace tetherscope::detail
