#pragma once
// The templates behind platform/json/described.h, which includes this.

namespace touchstone::json::detail {

template <class T>
constexpr bool is_text = std::convertible_to<const T&, std::string_view>;
template <class T>
constexpr bool is_struct = boost::describe::has_describe_members<T>::value;
template <class T>
constexpr bool is_id = requires(const T& id) { touchstone::to_text(id); };
template <class T>
concept List = !is_text<T> && requires(const T& list) {
  list.begin() != list.end();
  list.size();
};
template <class T>
concept Map = List<T> && requires { typename T::mapped_type; };
template <class T>
concept Maybe = requires(const T& maybe) {
  maybe.has_value();
  *maybe;
};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_any_access |
                                                         boost::describe::mod_inherited>;

template <class T>
constexpr bool never = false;

// "touchstone::standard::Area" as "standard.Area": the name of its schema.
std::string schema_name(std::string_view pretty_function);

template <class T>
std::string name_of() {
  return schema_name(__PRETTY_FUNCTION__);
}

template <class T>
void write_members(Writer& writer, const T& value) {
  writer.begin_object();
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    writer.name(member.name);
    json::write(writer, value.*member.pointer);
  });
  writer.end_object();
}

template <class T>
std::string enum_schema() {
  Writer writer;
  writer.begin_object();
  writer.name("type");
  writer.text("string");
  writer.name("enum");
  writer.begin_list();
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto each) { writer.text(each.name); });
  writer.end_list();
  writer.end_object();
  return writer.take();
}

template <class T>
void add_members(Components& components, std::string& properties, std::string& required) {
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
    const std::string quoted = '"' + std::string(member.name) + '"';
    properties += (properties.empty() ? "" : ",") + quoted + ':' + schema_of<Member>(components);
    required += (required.empty() ? "" : ",") + quoted;
  });
}

template <class T>
std::string struct_schema(Components& components) {
  const auto name = name_of<T>();
  // Its place is taken before its members are looked at, because a struct may hold its own kind.
  if (components.try_emplace(name, "{}").second) {
    std::string properties;
    std::string required;
    add_members<T>(components, properties, required);
    components[name] = R"({"type":"object","properties":{)" + properties + R"(},"required":[)" +
                       required + R"(],"additionalProperties":false})";
  }
  return R"({"$ref":"#/components/schemas/)" + name + R"("})";
}

}  // namespace touchstone::json::detail

namespace touchstone::json {

template <class T>
void write(Writer& writer, const T& value) {
  if constexpr (std::same_as<T, bool>)
    writer.truth(value);
  else if constexpr (std::signed_integral<T>)
    writer.number(static_cast<std::int64_t>(value));
  else if constexpr (std::unsigned_integral<T>)
    writer.number(static_cast<std::uint64_t>(value));
  else if constexpr (std::floating_point<T>)
    writer.number(static_cast<double>(value));
  else if constexpr (std::is_enum_v<T>)
    writer.text(boost::describe::enum_to_string(value, ""));
  else if constexpr (std::same_as<T, Moment>)
    writer.text(to_rfc3339(value));
  else if constexpr (std::same_as<T, Date>)
    writer.text(to_iso(value));
  else if constexpr (detail::is_id<T>)
    writer.text(touchstone::to_text(value));
  else if constexpr (detail::is_text<T>)
    writer.text(value);
  else if constexpr (detail::Map<T>) {
    writer.begin_object();
    for (const auto& [name, member] : value) {
      writer.name(name);
      write(writer, member);
    }
    writer.end_object();
  } else if constexpr (detail::List<T>) {
    writer.begin_list();
    for (const auto& item : value) write<typename T::value_type>(writer, item);
    writer.end_list();
  } else if constexpr (detail::Maybe<T>) {
    if (value)
      write(writer, *value);
    else
      writer.null();
  } else if constexpr (detail::is_struct<T>)
    detail::write_members(writer, value);
  else
    static_assert(detail::never<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
}

template <class T>
std::string text_of(const T& value) {
  Writer writer;
  write(writer, value);
  return writer.take();
}

template <class T>
std::string schema_of(Components& components) {
  if constexpr (std::same_as<T, bool>)
    return R"({"type":"boolean"})";
  else if constexpr (std::integral<T>)
    return R"({"type":"integer"})";
  else if constexpr (std::floating_point<T>)
    return R"({"type":"number"})";
  else if constexpr (std::is_enum_v<T>)
    return detail::enum_schema<T>();
  else if constexpr (std::same_as<T, Moment>)
    return R"({"type":"string","format":"date-time"})";
  else if constexpr (std::same_as<T, Date>)
    return R"({"type":"string","format":"date"})";
  else if constexpr (detail::is_id<T>)
    return R"({"type":"string","pattern":"^[0-7][0-9a-hjkmnp-tv-z]{25}$"})";
  else if constexpr (detail::is_text<T>)
    return R"({"type":"string"})";
  else if constexpr (detail::Map<T>)
    return R"({"type":"object","additionalProperties":)" +
           schema_of<typename T::mapped_type>(components) + '}';
  else if constexpr (detail::List<T>)
    return R"({"type":"array","items":)" + schema_of<typename T::value_type>(components) + '}';
  else if constexpr (detail::Maybe<T>)
    return R"({"anyOf":[)" + schema_of<typename T::value_type>(components) +
           R"(,{"type":"null"}]})";
  else
    return detail::struct_schema<T>(components);
}

}  // namespace touchstone::json
