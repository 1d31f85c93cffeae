#pragma once

#include <tetherscope/weakcache.h>

#include <string>

namespace tetherscope {

/// An observer that writes down what it is told, `+1 key`, `1 gains 2`, `1 falls to 0`, `-1 key`.
struct Story
{
    template<typename T>
    void onCreate(const CacheEvent<std::string, T> &event)
    {
        *text += "+" + std::to_string(event.id) + " " + event.key + "\n";
    }
    template<typename T>
    void onAcquire(const CacheEvent<std::string, T> &event)
    {
        *text += std::to_string(event.id) + " gains " + std::to_string(event.strong) + "\n";
    }
    template<typename T>
    void onRelease(const CacheEvent<std::string, T> &event)
    {
        *text += std::to_string(event.id) + " falls to " + std::to_string(event.strong) + "\n";
    }
    template<typename T>
    void onEvict(const CacheEvent<std::string, T> &event)
    {
        *text += "-" + std::to_string(event.id) + " " + event.key + "\n";
    }

    std::string *text;
};

} // namespace tetherscope
