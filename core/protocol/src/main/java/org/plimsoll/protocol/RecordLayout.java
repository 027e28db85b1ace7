package org.plimsoll.protocol;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// The bytes of a record: its components one after the other, in the order of their declaration.
///
/// An `int` takes 4 bytes and a `long` 8, little-endian; a `boolean` is a byte of 0 or 1; an enum
/// is a byte, its position in its list; a [String] is a name, its length in a byte, then its
/// characters, and so is an [OrderText]. A component of any other type is a mistake of the program,
/// found when the layout is made.
final class RecordLayout {
  private final Class<?>[] types;
  private final MethodHandle[] accessors;
  private final MethodHandle constructor;

  /// Makes the layout of `record`.
  RecordLayout(Class<? extends Record> record) {
    RecordComponent[] components = record.getRecordComponents();
    types = new Class<?>[components.length];
    accessors = new MethodHandle[components.length];
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = written(components[i]);
        MethodType read = MethodType.methodType(Object.class, Object.class);
        accessors[i] = lookup.unreflect(components[i].getAccessor()).asType(read);
      }
      constructor =
          lookup
              .findConstructor(record, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(record.getName(), e);
    }
  }

  void write(ByteWriter out, Object record) {
    for (int i = 0; i < types.length; i++) {
      write(out, types[i], component(accessors[i], record));
    }
  }

  /// Reads a record, or harmless values in place of what cannot be read; whether all of it could is
  /// for the reader to say.
  Object read(ByteReader in) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = read(in, types[i]);
    }
    return construct(values);
  }

  private static void write(ByteWriter out, Class<?> type, Object value) {
    if (type == int.class) {
      out.int32((int) value);
    } else if (type == long.class) {
      out.int64((long) value);
    } else if (type == boolean.class) {
      out.flag((boolean) value);
    } else if (type.isEnum()) {
      out.int8(((Enum<?>) value).ordinal());
    } else {
      out.text(value.toString());
    }
  }

  private static Object read(ByteReader in, Class<?> type) {
    if (type == int.class) {
      return in.int32();
    }
    if (type == long.class) {
      return in.int64();
    }
    if (type == boolean.class) {
      return in.flag();
    }
    if (type == OrderText.class) {
      return in.orderText();
    }
    return type.isEnum() ? in.oneOf(type.getEnumConstants()) : in.name();
  }

  private static Class<?> written(RecordComponent component) {
    Class<?> type = component.getType();
    boolean isWritten =
        type.isEnum()
            || Arrays.asList(int.class, long.class, boolean.class, String.class, OrderText.class)
                .contains(type);
    if (!isWritten) {
      throw new LinkageError(component + " has no bytes");
    }
    return type;
  }

  private static Object component(MethodHandle accessor, Object record) {
    try {
      return accessor.invokeExact(record);
    } catch (Throwable e) {
      throw new LinkageError(accessor.toString(), e);
    }
  }

  private Object construct(Object[] values) {
    try {
      return constructor.invokeExact(values);
    } catch (Throwable e) {
      throw new LinkageError(constructor.toString(), e);
    }
  }
}
