#pragma once
#include "config.h"
#include "platform/files/place.h"

namespace touchstone {

// Where the program keeps files, as its settings say: the folder `files` of the data directory,
// made when missing. Throws files::StorageError.
files::Place files_place(const Config& config);

// Where files of a form wait until they are kept: on the same disk.
std::filesystem::path incoming_files(const Config& config);
// Deletes what a server that broke off has left there. Only while no server runs on it.
void clear_incoming_files(const Config& config);

}  // namespace touchstone
