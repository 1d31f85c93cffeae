// The cache is of the standard library alone: this program links nothing else, and says so if that ever
// changes.
#if __has_include(<QObject>)
#error "Qt has come within reach of the cache"
#endif

#include <tetherscope/weakcache.h>

#include <string>

int main()
{
    tetherscope::WeakCache<std::string, int> shared;
    tetherscope::WeakCache<std::string, int, tetherscope::SingleThread> plain;
    const auto first = shared.get("seven", 7);
    const auto second = plain.get("eight", 8);
    return *first + *second == 15 && shared.find("seven") == first && plain.contains("eight") ? 0 : 1;
}
