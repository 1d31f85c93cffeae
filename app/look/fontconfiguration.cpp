#include "look/fontconfiguration.h"

#include <atomic>
#include <mutex>

#include <dlfcn.h>

namespace tetherscope {

namespace {

std::once_flag configurationOnce;
std::atomic<bool> configurationRead = false;

} // namespace

void readFontConfiguration()
{
    std::call_once(configurationOnce, [] {
        using FcInit = int (*)();
        // The library that Qt itself is linked with: looked up, so that building needs no headers of it;
        // without Qt's help, since the first thread that calls Qt is taken for the application's.
        if (void *const library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_NOLOAD))
            if (const auto init = reinterpret_cast<FcInit>(dlsym(library, "FcInit")))
                init();
        configurationRead = true;
    });
}

bool fontConfigurationIsRead()
{
    return configurationRead;
}

} // namespace tetherscope
