package quarkus.clinic.model;

/** What a doctor knows best. */
public enum Speciality {
  /** Everything, at first. */
  GENERAL,
  /** The skin. */
  DERMATOLOGY,
  /** The heart. */
  CARDIOLOGY,
  /** Children. */
  PAEDIATRICS
}
