# find_package(tetherscope COMPONENTS cache): the target tetherscope::cache, header-only.
include(CMakeFindDependencyMacro)
find_dependency(Threads)

foreach(component IN LISTS tetherscope_FIND_COMPONENTS)
  if(NOT component STREQUAL "cache")
    set(tetherscope_FOUND FALSE)
    set(tetherscope_NOT_FOUND_MESSAGE "tetherscope has no component ${component}; it has: cache")
    return()
  endif()
endforeach()
include(${CMAKE_CURRENT_LIST_DIR}/tetherscope-cache.cmake)
