export const TestFormPage = () => null;
