#include "graph/event.h"
