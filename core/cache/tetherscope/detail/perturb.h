#pragma once

/// Marks a point between two steps that other threads may come between. A test defines the macro before it
/// includes the library, and delays threads there; a program gets nothing.
#ifndef TETHERSCOPE_PERTURB
#define TETHERSCOPE_PERTURB(point) static_cast<void>(0)
#endif
