#pragma once

#include "cli/arguments.h"

namespace tetherscope::cli {

/// What a process answers with.
enum ExitCode : int { Done = 0, AtFault = 1, WrongUsage = 2 };

/// Writes a line, or several, to standard error.
void complain(const QString &message);
/// "tetherscope: error: …" and where help is; the exit code for it.
int wrongUsage(const QString &message);
/// The same for a preset that is not there.
int unknownPreset(const QString &name);
/// From now on what Qt has to say about its platform is not for the person who gave a command.
void silenceToolkit();
/// Writes to standard output; the exit code.
int say(const QString &text);

int list(const Arguments &arguments);
int check(const Arguments &arguments);
/// Requires: a QGuiApplication if showsPicture(arguments).
int exportSteps(const Arguments &arguments);
bool showsPicture(const Arguments &arguments);

} // namespace tetherscope::cli
