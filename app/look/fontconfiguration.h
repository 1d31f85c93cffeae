#pragma once

namespace tetherscope {

/// Reads which fonts the system has, once in the process; who comes while it is being read waits.
///
/// Half of what an empty Qt window's first frame costs is this, on the thread that first measures a text.
/// Called early on another thread it goes on while the application and its window are made. Where Qt does not
/// use fontconfig it does nothing.
///
/// Threads  May be called from any, before there is an application as well.
void readFontConfiguration();

/// Whether readFontConfiguration() would return at once.
bool fontConfigurationIsRead();

} // namespace tetherscope
