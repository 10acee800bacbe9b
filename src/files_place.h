#pragma once
#include "config.h"
#include "doctor.h"
#include "platform/files/place.h"

namespace touchstone {

// Where the program keeps files, as its settings say: the folder `files` of the data directory,
// made when missing, or a bucket. Throws files::StorageError, and std::runtime_error for a secret
// that cannot be read.
files::Place files_place(const Config& config);

// Where files of a form wait until they are kept: on the same disk.
std::filesystem::path incoming_files(const Config& config);
// Deletes what a server that broke off has left there. Only while no server runs on it.
void clear_incoming_files(const Config& config);

namespace doctor {
// Whether a file can be kept, read back and deleted there. Tries it with one of its own.
Finding file_storage(const Config& config);
}  // namespace doctor

}  // namespace touchstone
