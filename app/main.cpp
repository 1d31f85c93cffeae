#include "cli/program.h"

int main(int argc, char **argv)
{
    return tetherscope::cli::runProgram(argc, argv);
}
