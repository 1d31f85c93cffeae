#pragma once

#include <tetherscope/weakcache.h>

#include <cstdint>
#include <string>

namespace tetherscope {

/// An observer that writes down what it is told, `+1 key`, `1 gains 2`, `1 falls to 0`, `-1 key`.
struct Story
{
    template<typename T>
    void onCreate(const CacheEvent<std::string, T> &event)
    {
        write("+", event.id, " " + event.key);
    }
    template<typename T>
    void onAcquire(const CacheEvent<std::string, T> &event)
    {
        write("", event.id, " gains " + std::to_string(event.strong));
    }
    template<typename T>
    void onRelease(const CacheEvent<std::string, T> &event)
    {
        write("", event.id, " falls to " + std::to_string(event.strong));
    }
    template<typename T>
    void onEvict(const CacheEvent<std::string, T> &event)
    {
        write("-", event.id, " " + event.key);
    }

    void write(const char *sign, std::uint64_t id, const std::string &rest) const
    {
        text->append(sign).append(std::to_string(id)).append(rest).append("\n");
    }

    std::string *text;
};

} // namespace tetherscope
