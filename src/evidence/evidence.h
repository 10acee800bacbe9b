#pragma once
#include "evidence/address_parts.h"
#include "evidence/attached_parts.h"
#include "evidence/bin_jobs.h"
#include "evidence/changed_use_store.h"
#include "evidence/demo_store.h"
#include "evidence/file_jobs.h"
#include "evidence/file_parts.h"
#include "evidence/fixed_use_view.h"
#include "evidence/library_store.h"
#include "evidence/personal_store.h"
#include "evidence/piece.h"
#include "evidence/piece_store.h"
#include "evidence/seen_piece_proof.h"
#include "evidence/use.h"
#include "evidence/use_store.h"
#include "evidence/use_view.h"
#include "evidence/viewer.h"
#include "platform/files/file_kind.h"
#include "platform/http/routes.h"

// The one evidence library: files, links, quotes and data readings, and where they are used. The
// front door of the room. Other rooms attach pieces to their things by use() and unuse(), show them
// by used_for(), and say by tell_uses_with() how a use is told.
namespace touchstone::evidence {

// Of a form with several files: the largest of one kind among them, and what stands beside them.
inline constexpr http::Limits with_files{
    .files = static_cast<std::size_t>(files::largest_media + files::largest_document)};

void add_routes(http::Routes& routes);

}  // namespace touchstone::evidence
