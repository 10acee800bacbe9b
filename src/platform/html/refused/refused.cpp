// What the compiler must refuse. check.py compiles this file and compares each function's errors
// with the line above it.
#include <string>

#include "platform/html/html.h"
#include "platform/html/stencil.h"

using namespace touchstone;

namespace {
const std::string text;
const Html inner;
const Url link;
const Attributes attributes;
}  // namespace

// expects: nothing
void quoted_values_content_addresses_and_attributes() {
  html(R"(<a href="{}" class='{}'{}>{} {}</a><textarea>{}</textarea><br>)", link, text, attributes,
       text, inner, 7);
  html(R"(<p{}{}>a &#123; b < c</p><!-- said --><div data-save="{}" title="Save {}">)", attributes,
       attributes, link, text);
  url("/{}/self-assessments/{}", text, 7);
  Attributes().set("aria-label", text).set("data-save", link).set("hidden");
}

// expects: a_placeholder_must_not_stand_in_an_unquoted_attribute
void an_unquoted_attribute() {
  html("<p class={}></p>", text);
}

// expects: a_placeholder_must_not_stand_in_an_unquoted_attribute
void part_of_an_unquoted_attribute() {
  html("<p class=a-{}></p>", text);
}

// expects: a_placeholder_must_not_stand_in_a_script_or_style_element
void a_script() {
  html("<script>let a = '{}';</script>", text);
}

// expects: a_placeholder_must_not_stand_in_a_script_or_style_element
void a_style() {
  html("<style>{}</style>", text);
}

// expects: a_placeholder_must_not_stand_in_a_script_or_style_element
void a_script_in_capitals() {
  html("<SCRIPT>{}</SCRIPT>", text);
}

// expects: a_placeholder_must_not_stand_in_a_script_or_style_element
void a_script_that_writes_a_tag() {
  html("<script>a('</b>{}')</script>", text);
}

// expects: a_placeholder_must_not_stand_in_an_attribute_name
void an_attribute_name() {
  html(R"(<p data-{}="a"></p>)", text);
}

// expects: a_tag_takes_attributes_only
void text_inside_a_tag() {
  html("<p {}></p>", text);
}

// expects: a_placeholder_must_not_stand_in_a_tag_name
void a_tag_name() {
  html("<{}>", text);
}

// expects: a_placeholder_must_not_stand_in_a_tag_name
void part_of_a_tag_name() {
  html("<h{}>", 1);
}

// expects: a_placeholder_must_not_stand_in_a_tag_name
void an_end_tag() {
  html("</{}>", text);
}

// expects: an_address_must_be_a_url_and_nothing_else
void text_as_an_address() {
  html(R"(<a href="{}">a</a>)", text);
}

// expects: an_address_must_be_a_url_and_nothing_else
void part_of_an_address() {
  html(R"(<a href="/x?n={}">a</a>)", text);
}

// expects: an_address_must_be_a_url_and_nothing_else
void a_url_and_more() {
  html(R"(<a href="{}#a">a</a>)", link);
}

// expects: an_address_must_be_a_url_and_nothing_else
void text_as_a_source() {
  html(R"(<img src="{}" alt="">)", text);
}

// expects: an_address_must_be_a_url_and_nothing_else
void text_as_an_action() {
  html(R"(<form action="{}"></form>)", text);
}

// expects: a_placeholder_must_not_stand_in_an_event_handler_style_srcdoc_or_formaction
void a_form_action_of_a_button() {
  html(R"(<button formaction="{}">a</button>)", link);
}

// expects: a_placeholder_must_not_stand_in_an_event_handler_style_srcdoc_or_formaction
void an_event_handler() {
  html(R"x(<p onclick="a('{}')"></p>)x", text);
}

// expects: a_placeholder_must_not_stand_in_an_event_handler_style_srcdoc_or_formaction
void an_event_handler_in_capitals() {
  html(R"(<p OnClick="{}"></p>)", text);
}

// expects: a_placeholder_must_not_stand_in_an_event_handler_style_srcdoc_or_formaction
void a_style_attribute() {
  html(R"(<p style="width: {}"></p>)", text);
}

// expects: a_placeholder_must_not_stand_in_an_event_handler_style_srcdoc_or_formaction
void a_document_in_an_attribute() {
  html(R"(<iframe srcdoc="{}"></iframe>)", text);
}

// expects: a_placeholder_must_not_stand_in_an_attribute_of_an_element_that_loads_documents
void a_frame() {
  html(R"(<iframe src="{}"></iframe>)", link);
}

// expects: a_placeholder_must_not_stand_in_an_attribute_of_an_element_that_loads_documents
void a_redirection() {
  html(R"(<meta content="{}">)", text);
}

// expects: a_placeholder_must_not_stand_in_an_attribute_of_an_element_that_loads_documents
void another_base() {
  html(R"(<base href="{}">)", link);
}

// expects: html_must_not_stand_in_an_attribute_or_in_a_text_only_element
void markup_in_an_attribute() {
  html(R"(<p title="{}"></p>)", inner);
}

// expects: html_must_not_stand_in_an_attribute_or_in_a_text_only_element
void markup_in_a_text_area() {
  html("<textarea>{}</textarea>", inner);
}

// expects: a_placeholder_must_not_stand_in_a_comment_or_declaration
void a_comment() {
  html("<!-- {} -->", text);
}

// expects: a_url_may_stand_in_href_src_action_cite_and_data_attributes_only
void a_url_as_content() {
  html("<p>{}</p>", link);
}

// expects: a_url_may_stand_in_href_src_action_cite_and_data_attributes_only
void a_url_in_another_attribute() {
  html(R"(<p title="{}"></p>)", link);
}

// expects: attributes_may_stand_inside_a_tag_only
void attributes_as_content() {
  html("<p>{}</p>", attributes);
}

// expects: there_are_more_placeholders_than_arguments
void too_few_arguments() {
  html("<p>{} {}</p>", text);
}

// expects: there_are_more_arguments_than_placeholders
void too_many_arguments() {
  html("<p>{}</p>", text, text);
}

// expects: a_brace_must_be_half_of_a_placeholder_or_written_as_a_character_reference
void a_lone_brace() {
  html("<p>{ {}</p>", text);
}

// expects: the_literal_ends_inside_a_tag_or_comment
void an_open_tag() {
  html(R"(<p class="a)");
}

// expects: the_literal_ends_inside_a_tag_or_comment
void an_open_comment() {
  html("<!-- a");
}

// expects: the_literal_ends_inside_a_script_style_textarea_or_title_element
void an_open_script() {
  html("<script>let a;");
}

// expects: constraints not satisfied
void a_truth_value() {
  html("<p>{}</p>", true);
}

// expects: constraints not satisfied
void a_fraction() {
  html("<p>{}</p>", 0.5);
}

// expects: invalid initialization of reference
void a_literal_made_at_run_time() {
  html(text.c_str());
}

// expects: an_address_of_ours_begins_with_one_slash_and_has_no_empty_segment
void an_address_elsewhere() {
  url("//example.com/{}", text);
}

// expects: an_address_holds_letters_digits_and_slashes_and_takes_its_query_from_with
void an_address_with_a_query() {
  url("/a?b={}", text);
}

// expects: the_number_of_placeholders_is_not_the_number_of_arguments
void an_address_with_too_few_arguments() {
  url("/{}/{}", text);
}

// expects: this_attribute_is_never_made_from_data
void a_handler_among_attributes() {
  Attributes().set("onclick", text);
}

// expects: this_attribute_is_never_made_from_data
void a_style_among_attributes() {
  Attributes().set("style", text);
}

// expects: this_attribute_takes_a_url
void an_address_among_attributes() {
  Attributes().set("href", text);
}

// expects: an_attribute_name_is_lower_case_letters_digits_hyphens_and_dots
void a_name_with_a_space_among_attributes() {
  Attributes().set("a onclick", text);
}

// expects: nothing
void holes_of_a_stencil() {
  Stencil<int>().add("<p{}>{}</p>", AttributesHole{1}, HtmlHole{2});
}

// expects: attributes_may_stand_inside_a_tag_only
void a_hole_for_attributes_in_content() {
  Stencil<int>().add("<p>{}</p>", AttributesHole{1});
}

// expects: html_must_not_stand_in_an_attribute_or_in_a_text_only_element
void a_hole_for_markup_in_an_attribute() {
  Stencil<int>().add("<p title=\"{}\"></p>", HtmlHole{1});
}

// expects: constraints not satisfied
void a_hole_in_a_page() {
  html("<p>{}</p>", HtmlHole{1});
}
